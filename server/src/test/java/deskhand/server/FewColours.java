package deskhand.server;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// A picture of a page in 256 colours at most, so that its file is small.
final class FewColours {
  private static final int MOST = 256;

  private FewColours() {}

  /// @param png with any number of colours
  static byte[] of(byte[] png) throws IOException {
    BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        counts.merge(full.getRGB(x, y), 1, Integer::sum);
      }
    }
    List<Integer> palette = palette(counts);
    Map<Integer, Integer> nearest = new HashMap<>();
    BufferedImage few =
        new BufferedImage(
            full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model(palette));
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        int at = nearest.computeIfAbsent(full.getRGB(x, y), colour -> nearest(palette, colour));
        few.getRaster().setSample(x, y, 0, at);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(few, "png", bytes);
    return bytes.toByteArray();
  }

  /// The colours that stand for all: as close to each of them as 256 allow, rare ones too.
  private static List<Integer> palette(Map<Integer, Integer> counts) {
    List<Integer> colours =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .toList();
    int apart = 0;
    List<Integer> chosen;
    do {
      chosen = new ArrayList<>();
      for (int colour : colours) {
        boolean known =
            !chosen.isEmpty() && distance(chosen.get(nearest(chosen, colour)), colour) <= apart;
        if (!known && chosen.size() <= MOST) {
          chosen.add(colour);
        }
      }
      apart = apart * 2 + 4;
    } while (chosen.size() > MOST);
    return chosen;
  }

  private static IndexColorModel model(List<Integer> palette) {
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    return new IndexColorModel(
        8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
  }

  private static int nearest(List<Integer> palette, int colour) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.size(); i++) {
      int distance = distance(palette.get(i), colour);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return red * red + green * green + blue * blue;
  }
}
