package deskhand.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Lets people in by log-in and password, as often as [SignInLimits] allows. An unknown log-in
/// takes as long as a wrong password.
@Component
class PasswordSignIn implements AuthenticationProvider {
  private static final int LONGEST_LOGIN = 200;

  private final People people;
  private final PasswordEncoder encoder;
  private final SignInLimits limits;
  private final Audit audit;
  private final String nobody;

  PasswordSignIn(People people, PasswordEncoder encoder, SignInLimits limits, Audit audit) {
    this.people = people;
    this.encoder = encoder;
    this.limits = limits;
    this.audit = audit;
    this.nobody = encoder.encode("the password of nobody");
  }

  @Override
  public Authentication authenticate(Authentication given) throws AuthenticationException {
    String login = given.getName().strip().toLowerCase(Locale.ROOT);
    String address = address(given);
    if (login.length() > LONGEST_LOGIN || !limits.allows(login, address)) {
      throw new LockedException("too many failures");
    }
    Optional<Person> person = people.byLogin(login);
    Optional<String> password = person.flatMap(people::passwordOf);
    String typed = given.getCredentials() instanceof String text ? text : "";
    boolean right = encoder.matches(typed, password.orElse(nobody)) && password.isPresent();
    if (!right || person.isEmpty()) {
      limits.failed(login, address);
      audit.note(Optional.empty(), person.map(Person::id), Audit.What.SIGN_IN_REFUSED, "");
      throw new BadCredentialsException("wrong log-in or password");
    }
    limits.succeeded(login, address);
    audit.note(Optional.empty(), Optional.of(person.get().id()), Audit.What.SIGNED_IN, "");
    return signedIn(person.get());
  }

  /// What the session keeps: the log-in alone; rights are read anew with each request.
  static Authentication signedIn(Person person) {
    return UsernamePasswordAuthenticationToken.authenticated(
        person.login(), null, List.of(new SimpleGrantedAuthority("PERSON")));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  private static String address(Authentication given) {
    @Nullable Object details = given.getDetails();
    return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
  }
}
