package deskhand.conversations.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// A real SMTP server on the loopback that misbehaves on demand: for each command it answers what
/// it was told, hangs up, or keeps silent.
final class OddServer implements AutoCloseable {
  /// Instead of an answer: closes the connection.
  static final String DROP = "(drop)";

  /// Instead of an answer: says nothing for as long as the other side waits.
  static final String HANG = "(hang)";

  private final ServerSocket listening;
  private final Map<String, String> answers;
  final List<String> heard = new CopyOnWriteArrayList<>();

  private OddServer(ServerSocket listening, Map<String, String> answers) {
    this.listening = listening;
    this.answers = answers;
  }

  /// @param answers by command: CONNECT, EHLO, MAIL, RCPT, DATA, and DOT for the end of the mail
  static OddServer that(Map<String, String> answers) throws IOException {
    OddServer server =
        new OddServer(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), answers);
    Thread.ofVirtual().start(server::accept);
    return server;
  }

  int port() {
    return listening.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      boolean going = say(socket, "CONNECT", "220 odd.example ESMTP");
      boolean data = false;
      String line = going ? in.readLine() : null;
      while (line != null) {
        heard.add(line);
        if (data) {
          if (line.equals(".")) {
            data = false;
            going = say(socket, "DOT", "250 2.0.0 taken");
          }
        } else {
          String command = line.length() < 4 ? line : line.substring(0, 4);
          going = say(socket, command, command.equals("DATA") ? "354 go on" : "250 odd.example");
          data = command.equals("DATA") && going && !answers.containsKey("DATA");
        }
        line = going ? in.readLine() : null;
      }
    } catch (IOException gone) {
      heard.add("(gone)");
    }
  }

  private boolean say(Socket socket, String command, String usual) throws IOException {
    String answer = answers.getOrDefault(command, usual);
    if (answer.equals(DROP)) {
      return false;
    }
    if (answer.equals(HANG)) {
      int rest = socket.getInputStream().read();
      return rest >= 0;
    }
    OutputStream out = socket.getOutputStream();
    out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    return true;
  }
}
