package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.voxdesk.dicom.Tag;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeFormat;
import org.voxdesk.export.CubeSource;
import org.voxdesk.export.Exporter;
import org.voxdesk.export.PictureFile;
import org.voxdesk.study.PictureStack;
import org.voxdesk.study.Series;
import org.voxdesk.study.Slice;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.ResampleException;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.VolumeBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `voxdesk stack`: one cube from a folder of pictures, whose values are taken as they are and
/// whose voxels are not resampled.
@Command(name = "stack", mixinStandardHelpOptions = true)
final class StackCommand implements Callable<Integer> {
  private static final double MM = 1;

  private final Output output;

  @Parameters(paramLabel = "DIR")
  private Path folder;

  @Option(names = "--include", paramLabel = "GLOB")
  private List<String> include = List.of();

  @Option(names = "--exclude", paramLabel = "GLOB")
  private List<String> exclude = List.of();

  @Option(
      names = "--at",
      paramLabel = "X,Y,Z",
      required = true,
      converter = CubeCommand.Triple.Converter.class)
  private CubeCommand.Triple at;

  @Option(names = "--size", paramLabel = "N")
  private int size = 64;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Option(names = "--name", paramLabel = "NAME")
  private String name = "cube";

  @Option(names = "--formats", paramLabel = "FORMAT", split = ",")
  private Set<CubeFormat> formats = EnumSet.of(CubeFormat.MOSAIC, CubeFormat.NPY);

  @Option(names = "--window", paramLabel = "LOW,HIGH")
  private Optional<GreyWindow> window = Optional.empty();

  @Option(names = "--overwrite")
  private boolean overwrite;

  StackCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    Exporter.requireName(name);
    Series series = PictureStack.read(folder, include, exclude, MM);
    SliceStack stack = SliceStack.of(series);
    if (!stack.leftOut().isEmpty()) {
      throw new ExplainedException(stack.leftOut().getFirst().reason());
    }
    int depth = stack.slices().getFirst().dataSet().integer(Tag.BITS_ALLOCATED).orElse(8);
    Volume volume = volume(stack);
    requireLarger(volume.geometry());
    Cube cube =
        Resampler.cube(
            volume,
            CubeRequest.at(new CubePoint.AtGrid(at.x(), at.y(), at.z()))
                .withSize(size)
                .withMm(MM)
                .withMode(
                    stack.slices().size() > 1 ? ResampleMode.CLASSIC : ResampleMode.PHYSICAL));
    CubeExport export =
        CubeExport.of(cube, source(stack), out, name, Version.number())
            .with(
                CubeExport.Options.USUAL
                    .withFormats(formats)
                    .withWindow(window.orElse(new GreyWindow(0, depth == 8 ? 255 : 65_535)))
                    .withUnit("grey")
                    .withOverwrite(overwrite));
    List<Path> written = Exporter.write(export, Progress.NONE);
    CubeCommand.sayShift(cube, output);
    written.forEach(file -> output.print(file.toString()));
    return 0;
  }

  private static CubeSource source(SliceStack stack) throws ExplainedException {
    List<PictureFile> pictures = new ArrayList<>();
    for (Slice slice : stack.slices()) {
      pictures.add(PictureFile.of(slice.path()));
    }
    return CubeSource.ofPictures(pictures);
  }

  /// A single picture is padded above and below; several are cut as the recipe does.
  private void requireLarger(Geometry pictures) throws ResampleException {
    int least = Math.min(pictures.columns(), pictures.rows());
    if (pictures.slices() > 1 && Math.min(least, pictures.slices()) < size) {
      throw new ResampleException(
          Sentence.of(
              "resample.pictures.too.small",
              pictures.columns(),
              pictures.rows(),
              pictures.slices(),
              size));
    }
  }

  private Volume volume(SliceStack stack) throws ExplainedException {
    try (var processors = new Processors();
        var progress = output.progress("cli.progress.reading")) {
      return VolumeBuilder.build(stack, progress, processors.parallel());
    }
  }
}
