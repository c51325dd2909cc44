package org.voxdesk.codec.jpeg2000;

import jj2000.j2k.image.DataBlk;
import jj2000.j2k.image.DataBlkFloat;
import jj2000.j2k.image.DataBlkInt;
import org.voxdesk.codec.SampleBuffer;

/// Brings the lines of a tile into the samples: undoes the component transform, rounds, shifts and
/// clamps to the range of the component (ISO 15444-1 Annex G).
final class TileWriter {
  private final ImageSize size;
  private final SampleBuffer samples;
  private final int[][] lines;

  TileWriter(ImageSize size, SampleBuffer samples) {
    this.size = size;
    this.samples = samples;
    this.lines = new int[size.components()][size.tileWidth()];
  }

  /// Writes `tile`, whose components are these.
  void write(int tile, DataBlk[] components, boolean transformed) {
    int width = size.tileRight(tile) - size.tileLeft(tile);
    int left = size.tileLeft(tile) - size.left();
    int top = size.tileTop(tile) - size.top();
    int height = size.tileBottom(tile) - size.tileTop(tile);
    for (int row = 0; row < height; row++) {
      int first = 0;
      if (transformed) {
        transform(components, row, width);
        first = 3;
      }
      for (int i = first; i < components.length; i++) {
        copy(components[i], row, width, lines[i]);
      }
      for (int i = 0; i < components.length; i++) {
        put(i, top + row, left, width);
      }
    }
  }

  private static int start(DataBlk block, int row) {
    return block.offset + row * block.scanw;
  }

  private static void copy(DataBlk block, int row, int width, int[] line) {
    int at = start(block, row);
    if (block instanceof DataBlkInt whole) {
      System.arraycopy(whole.data, at, line, 0, width);
    } else {
      float[] data = ((DataBlkFloat) block).data;
      for (int i = 0; i < width; i++) {
        line[i] = Math.round(data[at + i]);
      }
    }
  }

  /// The inverse of the reversible (G.2.2) or the irreversible (G.3.2) transform.
  private void transform(DataBlk[] components, int row, int width) {
    int at0 = start(components[0], row);
    int at1 = start(components[1], row);
    int at2 = start(components[2], row);
    if (components[0] instanceof DataBlkInt first) {
      int[] y = first.data;
      int[] u = ((DataBlkInt) components[1]).data;
      int[] v = ((DataBlkInt) components[2]).data;
      for (int i = 0; i < width; i++) {
        int green = y[at0 + i] - ((u[at1 + i] + v[at2 + i]) >> 2);
        lines[0][i] = v[at2 + i] + green;
        lines[1][i] = green;
        lines[2][i] = u[at1 + i] + green;
      }
    } else {
      float[] y = ((DataBlkFloat) components[0]).data;
      float[] cb = ((DataBlkFloat) components[1]).data;
      float[] cr = ((DataBlkFloat) components[2]).data;
      for (int i = 0; i < width; i++) {
        float luma = y[at0 + i];
        float blue = cb[at1 + i];
        float red = cr[at2 + i];
        lines[0][i] = Math.round(luma + 1.402f * red);
        lines[1][i] = Math.round(luma - 0.344136f * blue - 0.714136f * red);
        lines[2][i] = Math.round(luma + 1.772f * blue);
      }
    }
  }

  private void put(int component, int row, int left, int width) {
    int bits = size.bits(component);
    int shift = size.isSigned(component) ? 0 : 1 << (bits - 1);
    int least = size.isSigned(component) ? -1 << (bits - 1) : 0;
    int greatest = least + (1 << bits) - 1;
    int[] line = lines[component];
    for (int i = 0; i < width; i++) {
      line[i] = Math.clamp(line[i] + shift, least, greatest);
    }
    samples.putLine(row, component, left, width, line);
  }
}
