package deskhand.server;

import deskhand.store.StoreId;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/// Who may ask for what, and what browsers are told about our pages.
///
/// Pages of a store stand below `/s/{store}` and are for those with a right in it; below
/// `/s/{store}/admin` for its administrators. What customers use (`/chat`, `/contact`, `/api/chat`)
/// is open and knows no session. Everything else needs a person who is signed in.
@Configuration(proxyBeanMethods = false)
class Security {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final String[] OPEN = {
    "/sign-in", "/link/*", "/look/**", "/webjars/**", "/health", "/error", "/favicon.ico"
  };

  /// No cookie says who asks here, so there is nothing to forge.
  private static final String[] CUSTOMERS = {"/chat/**", "/contact/**", "/api/chat/**"};

  @Bean
  static PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  SecurityFilterChain pages(HttpSecurity http, People people) {
    PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
    return http.authorizeHttpRequests(asked ->
            asked
                .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers(CUSTOMERS)
                .permitAll()
                .requestMatchers("/s/{store}/admin/**")
                .access(inStore(people, Role.ADMINISTRATOR::equals))
                .requestMatchers("/s/{store}/**")
                .access(inStore(people, role -> true))
                .requestMatchers("/people/**", "/stores/**")
                .access(of(people, Person::everywhere))
                .anyRequest()
                .access(of(people, person -> true)))
        .csrf(forged -> forged.ignoringRequestMatchers(CUSTOMERS))
        .formLogin(form ->
            form.loginPage("/sign-in")
                .usernameParameter("login")
                .passwordParameter("password")
                .defaultSuccessUrl("/")
                .failureHandler((request, response, why) ->
                    response.sendRedirect(
                        request.getContextPath()
                            + "/sign-in?"
                            + (why
                                    instanceof
                                    org.springframework.security.authentication.LockedException
                                ? "wait"
                                : "wrong"))))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
        .exceptionHandling(problem ->
            problem
                .defaultAuthenticationEntryPointFor(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                    new RequestHeaderRequestMatcher("HX-Request"))
                .defaultAuthenticationEntryPointFor(
                    new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), paths.matcher("/s/*/live"))
                .defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/sign-in"), paths.matcher("/**")))
        .requestCache(cache -> cache.requestCache(new PagesOnlyCache()))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                    policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .crossOriginOpenerPolicy(policy ->
                    policy.policy(
                        org.springframework.security.web.header.writers
                            .CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy
                            .SAME_ORIGIN)))
        .build();
  }

  private static AuthorizationManager<RequestAuthorizationContext> of(
      People people, Predicate<Person> allowed) {
    return new AuthorizationManager<>() {
      @Override
      public AuthorizationDecision authorize(
          Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext asked) {
        return new AuthorizationDecision(person(people, who.get()).filter(allowed).isPresent());
      }
    };
  }

  private static AuthorizationManager<RequestAuthorizationContext> inStore(
      People people, Predicate<Role> allowed) {
    return new AuthorizationManager<>() {
      @Override
      public AuthorizationDecision authorize(
          Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext asked) {
        Optional<StoreId> store = store(asked.getVariables().getOrDefault("store", ""));
        return new AuthorizationDecision(
            person(people, who.get())
                .flatMap(person -> store.flatMap(person::roleIn))
                .filter(allowed)
                .isPresent());
      }
    };
  }

  private static Optional<Person> person(People people, @Nullable Authentication who) {
    return who != null
            && who.isAuthenticated()
            && who.getAuthorities().stream().anyMatch(a -> "PERSON".equals(a.getAuthority()))
        ? people.byLogin(who.getName())
        : Optional.empty();
  }

  private static Optional<StoreId> store(String text) {
    return text.matches("[1-9]\\d{0,17}")
        ? Optional.of(new StoreId(Long.parseLong(text)))
        : Optional.empty();
  }
}
