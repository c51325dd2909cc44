package org.voxdesk.codec.jpeg2000;

import com.github.jaiimageio.jpeg2000.impl.J2KImageReadParamJava;
import java.io.IOException;
import jj2000.j2k.codestream.HeaderInfo;
import jj2000.j2k.codestream.reader.BitstreamReaderAgent;
import jj2000.j2k.codestream.reader.HeaderDecoder;
import jj2000.j2k.decoder.DecoderSpecs;
import jj2000.j2k.image.DataBlk;
import jj2000.j2k.image.DataBlkFloat;
import jj2000.j2k.image.DataBlkInt;
import jj2000.j2k.quantization.dequantizer.Dequantizer;
import jj2000.j2k.wavelet.synthesis.InverseWT;
import org.voxdesk.codec.CodecException;

/// The library's chain from code stream to wavelet synthesis, a tile at a time. What comes after,
/// component transform, rounding and level shift, is this package's own.
final class TileReader {
  private final Codestream codestream;
  private final CodestreamBytes bytes;
  private final DecoderSpecs specs;
  private final InverseWT synthesis;

  TileReader(Codestream codestream) throws IOException {
    this.codestream = codestream;
    bytes = new CodestreamBytes(codestream.bytes());
    ImageSize size = codestream.size();
    var parameters = new J2KImageReadParamJava();
    parameters.setNoROIDescaling(false);
    var info = new HeaderInfo();
    var header = new HeaderDecoder(bytes, parameters, info);
    specs = header.getDecoderSpecs();
    BitstreamReaderAgent packets =
        BitstreamReaderAgent.createInstance(bytes, header, parameters, specs, false, info);
    int[] bits = new int[size.components()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = size.bits(i);
    }
    Dequantizer dequantizer =
        header.createDequantizer(
            header.createROIDeScaler(
                header.createEntropyDecoder(packets, parameters), parameters, specs),
            bits,
            specs);
    synthesis = InverseWT.createInstance(dequantizer, specs);
    synthesis.setImgResLevel(packets.getImgRes());
  }

  /// Goes to `tile` and reads its packets.
  ///
  /// @throws CodecException if the library gave up on its header, of which it says nothing
  void open(int tile) throws CodecException {
    ImageSize size = codestream.size();
    bytes.expect(codestream.firstPackets()[tile]);
    synthesis.setTile(tile % size.tilesAcross(), tile / size.tilesAcross());
    if (!bytes.cameBy()) {
      throw Codestream.damaged();
    }
  }

  /// Whether the first three components of `tile` are transformed (ISO 15444-1 Annex G).
  boolean isTransformed(int tile) {
    return (Integer) specs.cts.getTileDef(tile) != 0;
  }

  private boolean isReversible(int tile, int component) {
    return specs.wfs.isReversible(tile, component);
  }

  /// All of `component` of the open tile, before component transform and level shift: as `int`
  /// where it is reversible, else as `float`. The data may be the library's own.
  DataBlk component(int tile, int component) {
    ImageSize size = codestream.size();
    boolean reversible = isReversible(tile, component);
    DataBlk block = reversible ? new DataBlkInt() : new DataBlkFloat();
    block.w = size.tileRight(tile) - size.tileLeft(tile);
    block.h = size.tileBottom(tile) - size.tileTop(tile);
    DataBlk data = synthesis.getInternCompData(block, component);
    return reversible ? data : asFloat(data);
  }

  /// Without decomposition the library gives whole numbers whatever the wavelet is.
  private static DataBlk asFloat(DataBlk block) {
    if (!(block instanceof DataBlkInt whole)) {
      return block;
    }
    var floats = new DataBlkFloat();
    floats.offset = block.offset;
    floats.scanw = block.scanw;
    floats.data = new float[whole.data.length];
    for (int i = 0; i < whole.data.length; i++) {
      floats.data[i] = whole.data[i];
    }
    return floats;
  }
}
