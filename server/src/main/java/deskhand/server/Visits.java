package deskhand.server;

import deskhand.store.Store;
import deskhand.store.StoreId;
import deskhand.store.Stores;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives controllers the [Visit] or [Person] they ask for, and puts it into the model.
@Component
class Visits implements HandlerMethodArgumentResolver {
  private final Stores stores;
  private final People people;

  Visits(Stores stores, People people) {
    this.stores = stores;
    this.people = people;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(Visit.class)
        || parameter.getParameterType().equals(Person.class);
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Person person = person(request);
    if (container != null) {
      container.addAttribute("person", person);
    }
    if (parameter.getParameterType().equals(Person.class)) {
      return person;
    }
    Visit visit = visit(person, request);
    if (container != null) {
      container.addAttribute("visit", visit);
    }
    return visit;
  }

  private Person person(NativeWebRequest request) {
    Principal who = request.getUserPrincipal();
    if (who == null) {
      throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
    }
    return people
        .byLogin(who.getName())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }

  private Visit visit(Person person, NativeWebRequest request) {
    Object variables =
        request.getAttribute(
            HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    if (!(variables instanceof Map<?, ?> map) || !(map.get("store") instanceof String id)) {
      throw new IllegalStateException("a visit is asked for outside /s/{store}");
    }
    StoreId store = new StoreId(Long.parseLong(id));
    Store found =
        stores.find(store).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Role role =
        person.roleIn(store).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    return new Visit(found, person, role);
  }

  /// Makes the argument known.
  @Configuration(proxyBeanMethods = false)
  static class Arguments implements WebMvcConfigurer {
    private final Visits visits;

    Arguments(Visits visits) {
      this.visits = visits;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
      resolvers.add(visits);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
      registry.addConverter(String.class, StoreId.class, text -> new StoreId(Long.parseLong(text)));
      registry.addConverter(
          String.class,
          deskhand.conversations.ConversationId.class,
          text -> new deskhand.conversations.ConversationId(Long.parseLong(text)));
      registry.addConverter(
          String.class,
          deskhand.conversations.MessageId.class,
          text -> new deskhand.conversations.MessageId(Long.parseLong(text)));
    }
  }
}
