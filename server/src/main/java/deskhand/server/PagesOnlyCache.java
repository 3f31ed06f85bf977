package deskhand.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/// Remembers where somebody wanted to go before they signed in: whole pages alone, never a part of
/// one or a stream.
final class PagesOnlyCache extends HttpSessionRequestCache {
  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    String accepts = request.getHeader("Accept");
    boolean page =
        "GET".equals(request.getMethod())
            && request.getHeader("HX-Request") == null
            && accepts != null
            && accepts.contains("text/html");
    if (page) {
      super.saveRequest(request, response);
    }
  }
}
