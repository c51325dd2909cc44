package org.voxdesk.codec.jpeg2000;

import java.io.IOException;
import jj2000.j2k.image.DataBlk;
import jj2000.j2k.util.FacilityManager;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.FrameDecoder;
import org.voxdesk.codec.SampleBuffer;

/// Decodes JPEG 2000 Part 1 (ISO 15444-1), bare or in a JP2 file: one to four components of up to
/// 16 bits and the same size. Components that are signed in the code stream are written in two's
/// complement; of the colour transforms only that of the code stream itself is undone.
///
/// The work is the library's, which takes some 6 bytes a sample for a while. It trusts its input,
/// so that a frame is checked from end to end first, and it is given a clean copy.
public final class Jpeg2000Decoder implements FrameDecoder {
  static {
    // For all threads, as decoders may move between them; nobody else here uses the library.
    FacilityManager.registerMsgLogger(null, new SilentLog());
  }

  /// A decoder, which keeps nothing between frames.
  public Jpeg2000Decoder() {}

  @Override
  public void decode(byte[] coded, int length, SampleBuffer samples) throws CodecException {
    Codestream codestream = Codestream.of(coded, length, samples);
    try {
      decode(codestream, samples);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw Codestream.damaged(e);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Error e) {
      // The library has no exceptions of its own for damage: it throws Error itself, and whatever
      // unchecked exception comes of values that make no sense.
      throw Codestream.damaged(e);
    }
  }

  private static void decode(Codestream codestream, SampleBuffer samples)
      throws IOException, CodecException {
    var reader = new TileReader(codestream);
    var writer = new TileWriter(codestream.size(), samples);
    var components = new DataBlk[codestream.size().components()];
    for (int tile = 0; tile < codestream.size().tiles(); tile++) {
      reader.open(tile);
      for (int i = 0; i < components.length; i++) {
        components[i] = reader.component(tile, i);
      }
      writer.write(tile, components, reader.isTransformed(tile));
    }
  }
}
