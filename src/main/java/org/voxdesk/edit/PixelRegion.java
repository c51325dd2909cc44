package org.voxdesk.edit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.BitSet;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Some pixels of one image, of all its frames: a bit each, frame after frame, row after row.
public final class PixelRegion {
  private final BitSet pixels;

  private PixelRegion(BitSet pixels) {
    this.pixels = pixels;
  }

  /// The pixels whose bits are set; a copy is kept.
  ///
  /// @param pixels bit (frame · rows + row) · columns + column, all counted from 0
  public static PixelRegion of(BitSet pixels) {
    return new PixelRegion((BitSet) pixels.clone());
  }

  /// Whether the pixel at this place is one of them.
  boolean contains(long at) {
    return at <= Integer.MAX_VALUE && pixels.get((int) at);
  }

  /// How many they are.
  public int count() {
    return pixels.cardinality();
  }

  /// As text: the bits, deflated, in Base64.
  public String text() {
    var bytes = new ByteArrayOutputStream();
    try (var deflating = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
      deflating.write(pixels.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can always be written", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /// What [#text] gave.
  ///
  /// @throws IllegalArgumentException if it is no such text
  public static PixelRegion parse(String text) {
    byte[] deflated = Base64.getDecoder().decode(text);
    try (var inflating = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return new PixelRegion(BitSet.valueOf(inflating.readAllBytes()));
    } catch (IOException e) {
      throw new IllegalArgumentException("no region of pixels", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PixelRegion that && that.pixels.equals(pixels);
  }

  @Override
  public int hashCode() {
    return pixels.hashCode();
  }
}
