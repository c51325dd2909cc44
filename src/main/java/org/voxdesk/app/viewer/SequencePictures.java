package org.voxdesk.app.viewer;

import java.util.List;
import java.util.Optional;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.PlaneLoader;
import org.voxdesk.app.slice.SliceLoader;
import org.voxdesk.app.slice.Turner;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.export.ColorPng;
import org.voxdesk.export.PictureSequence;
import org.voxdesk.pixel.FrameReader;
import org.voxdesk.render.OverlayMask;
import org.voxdesk.render.Renderer;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.ViewImage;
import org.voxdesk.render.ViewState;
import org.voxdesk.task.Parallel;

/// The slices of a pane, drawn as its picture is drawn: the same window, colours, zoom and turn.
/// For one thread.
///
/// @param like the picture that is seen
/// @param overlays whether the files' overlays are drawn
record SequencePictures(
    List<SliceSource> sources,
    Picture like,
    boolean overlays,
    PlaneLoader planes,
    Turner turner,
    Renderer renderer,
    FrameReader reader,
    ViewImage image)
    implements PictureSequence.Pictures {
  SequencePictures(List<SliceSource> sources, Picture like, boolean overlays, Parallel parallel) {
    this(
        sources,
        like,
        overlays,
        new PlaneLoader(parallel),
        new Turner(),
        new Renderer(),
        new FrameReader(),
        // Movies want even numbers of pixels.
        new ViewImage(even(like.image().width()), even(like.image().height())));
  }

  private static int even(int length) {
    return Math.max(2, length & ~1);
  }

  @Override
  public byte[] png(int at) throws DicomException {
    LoadedSlice slice = slice(sources.get(at));
    ViewState state = like.state();
    double density = like.density();
    ViewState drawn =
        (slice.inverse() ? state.withInverted(!state.inverted()) : state)
            .withPan(state.panX() * density, state.panY() * density)
            .withThreshold(Optional.empty());
    Optional<OverlayMask> overlay =
        slice.overlay().filter(mask -> overlays).map(mask -> turner.turned(mask, like.turn()));
    SlicePixels pixels = turner.turned(slice.pixels(), like.turn());
    if (overlay.isPresent()) {
      renderer.render(pixels, overlay.get(), drawn, image);
    } else {
      renderer.render(pixels, drawn, image);
    }
    return ColorPng.encode(image);
  }

  private LoadedSlice slice(SliceSource source) throws DicomException {
    return switch (source) {
      case SliceSource.Frame frame -> SliceLoader.load(frame.image(), frame.frame(), reader);
      case SliceSource.Plane plane ->
          planes.load(
              plane.volume(), plane.image(), plane.cut(), Painter.interpolation(like.state()));
    };
  }
}
