package org.voxdesk.codec.jpegls;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.codec.CodecContract;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.FrameDecoder;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.codec.jpegls.StandardEncoder.Options;

class JpegLsContractTest extends CodecContract {
  @Override
  protected FrameDecoder decoder() {
    return new JpegLsDecoder();
  }

  @Override
  protected List<Example> examples() throws CodecException {
    var examples = new ArrayList<Example>();
    for (Planes kind : Planes.values()) {
      Options grey = Options.lossless(8);
      examples.add(example(kind + " 8 bits", kind.create(23, 17, 1, 255), grey));
      examples.add(example(kind + " by component", kind.create(9, 8, 3, 255), grey));
      Options colour = grey.interleave(1);
      examples.add(example(kind + " by line", kind.create(9, 8, 3, 255), colour));
      examples.add(example(kind + " by sample", kind.create(9, 8, 4, 255), grey.interleave(2)));
      examples.add(example(kind + " restarts", kind.create(13, 20, 1, 255), grey.restart(2)));
      examples.add(
          example(kind + " colour restarts", kind.create(8, 9, 2, 255), colour.restart(4)));
      Options deep = Options.lossless(12);
      examples.add(example(kind + " near", kind.create(30, 9, 1, 4095), deep.near(3)));
      Options preset = deep.preset(3000, 10, 20, 500, 31);
      examples.add(example(kind + " preset", kind.create(14, 9, 1, 3000), preset));
      examples.add(encoded(kind + " encoder", kind.create(31, 20, 1, 65535), 16));
    }
    examples.add(encoded("large", Planes.WALK.create(300, 200, 1, 65535), 16));
    return examples;
  }

  private static Example example(String name, int[][][] planes, Options options) {
    byte[] coded = new StandardEncoder(options, planes).encode();
    return example(name, coded, Planes.buffer(planes, options.precision()));
  }

  private static Example encoded(String name, int[][][] planes, int precision)
      throws CodecException {
    SampleBuffer samples = Planes.buffer(planes, precision);
    return example(name, new JpegLsEncoder(precision).encode(samples), samples);
  }

  private static Example example(String name, byte[] coded, SampleBuffer samples) {
    return new Example(
        name,
        coded,
        samples.columns(),
        samples.rows(),
        samples.components(),
        samples.bytesPerSample(),
        samples.bytes());
  }
}
