import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the icons of Windows and macOS of the PNG files in `assets/icon`: `java
/// installer/Icons.java`, after the drawing has been changed. Both formats are a table of PNG files.
///
/// The PNG files are made of the drawing by `rsvg-convert -w SIZE assets/icon/voxdesk.svg`.
final class Icons {
  private static final Path FOLDER = Path.of("assets", "icon");
  private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 128, 256);

  /// The types of Apple's format by the size of their picture.
  private static final Map<String, Integer> MAC = new LinkedHashMap<>();

  static {
    MAC.put("icp4", 16);
    MAC.put("icp5", 32);
    MAC.put("icp6", 64);
    MAC.put("ic07", 128);
    MAC.put("ic08", 256);
    MAC.put("ic09", 512);
  }

  public static void main(String[] arguments) throws IOException {
    Files.write(FOLDER.resolve("voxdesk.ico"), windows());
    Files.write(FOLDER.resolve("voxdesk.icns"), mac());
  }

  private static byte[] png(int size) throws IOException {
    return Files.readAllBytes(FOLDER.resolve("voxdesk-" + size + ".png"));
  }

  /// A header, 16 bytes for each picture, the pictures.
  private static byte[] windows() throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (int size : WINDOWS) {
      pictures.add(png(size));
    }
    int offset = 6 + 16 * pictures.size();
    int length = offset + pictures.stream().mapToInt(picture -> picture.length).sum();
    ByteBuffer icon = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    icon.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    for (int i = 0; i < pictures.size(); i++) {
      // A size of 256 is written as 0; no palette, one plane of 32 bits.
      byte size = (byte) (int) WINDOWS.get(i);
      icon.put(size).put(size).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      icon.putInt(pictures.get(i).length).putInt(offset);
      offset += pictures.get(i).length;
    }
    pictures.forEach(icon::put);
    return icon.array();
  }

  /// Chunks of a type of four letters, their length with these eight bytes, and a picture.
  private static byte[] mac() throws IOException {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(chunks);
    for (Map.Entry<String, Integer> each : MAC.entrySet()) {
      chunk(out, each.getKey(), png(each.getValue()));
    }
    ByteArrayOutputStream icon = new ByteArrayOutputStream();
    chunk(new DataOutputStream(icon), "icns", chunks.toByteArray());
    return icon.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    out.write(type.getBytes(StandardCharsets.US_ASCII));
    out.writeInt(8 + content.length);
    out.write(content);
  }
}
