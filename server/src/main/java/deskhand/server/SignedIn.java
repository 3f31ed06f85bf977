package deskhand.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Signs a person in who came by a one-time link: a new session, so that nobody knew its number
/// before.
@Component
public class SignedIn {
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  public void enter(Person person, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(PasswordSignIn.signedIn(person));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
  }
}
