package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.Exporter;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.Voxel;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `voxdesk cube`: one cube.
@Command(name = "cube", mixinStandardHelpOptions = true)
final class CubeCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(paramLabel = "PATH")
  private Path path;

  @ArgGroup(multiplicity = "1")
  private Where where;

  @Option(names = "--size", paramLabel = "N")
  private int size = 64;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Option(names = "--name", paramLabel = "NAME")
  private String name = "cube";

  @Mixin private GridOptions grid = new GridOptions();

  @Mixin private ExportOptions export = new ExportOptions();

  private static final class Where {
    @Option(names = "--at", paramLabel = "X,Y,Z", required = true)
    private @Nullable Triple at;

    @Option(names = "--lps", paramLabel = "X,Y,Z", required = true)
    private @Nullable Triple lps;

    @Option(names = "--voxel", paramLabel = "I,J,K", required = true)
    private @Nullable Triple voxel;

    CubePoint point() {
      if (at != null) {
        return new CubePoint.AtGrid(at.x(), at.y(), at.z());
      }
      if (lps != null) {
        return new CubePoint.AtLps(new Lps(lps.x(), lps.y(), lps.z()));
      }
      Triple index = Objects.requireNonNull(voxel);
      return new CubePoint.AtVoxel(new Voxel(index.x(), index.y(), index.z()));
    }
  }

  /// Three numbers.
  record Triple(double x, double y, double z) {
    static final class Converter implements ITypeConverter<Triple> {
      @Override
      public Triple convert(String text) {
        String[] parts = text.split(",", -1);
        try {
          if (parts.length == 3) {
            return new Triple(number(parts[0]), number(parts[1]), number(parts[2]));
          }
        } catch (NumberFormatException e) {
          throw new ValueException(Sentence.of("cli.value.three", text));
        }
        throw new ValueException(Sentence.of("cli.value.three", text));
      }

      private static double number(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
          throw new NumberFormatException(text);
        }
        return number;
      }
    }
  }

  CubeCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws ExplainedException {
    Exporter.requireName(name);
    CubeExport.Options options = export.options(size, grid.overwrite);
    Opened opened = Opened.volume(output, path, grid);
    output.warn(opened.warnings());
    CubeRequest request = CubeRequest.at(where.point()).withSize(size).withGrid(grid.request());
    Cube cube = Resampler.cube(opened.volume(), request);
    List<Path> written =
        Exporter.write(
            CubeExport.of(cube, opened.source(export.key(), out), out, name, Version.number())
                .with(options),
            Progress.NONE);
    print(cube, written);
    return opened.exitCode();
  }

  private void print(Cube cube, List<Path> written) {
    Voxel voxel = cube.placement().voxel();
    Lps lps = cube.placement().lps();
    output.say(
        Sentence.of(
            "cli.cube",
            cube.size(),
            numbers(lps.x(), lps.y(), lps.z()),
            numbers(voxel.i(), voxel.j(), voxel.k()),
            switch (cube.mode()) {
              case PHYSICAL -> Sentence.of("cli.physical");
              case CLASSIC -> Sentence.of("cli.classic");
            }));
    sayShift(cube, output);
    int outside = cube.values().length - cube.validCount();
    if (outside > 0) {
      output.say(Sentence.of("cli.outside", outside, cube.fill()));
    }
    written.forEach(file -> output.print(file.toString()));
  }

  /// Says how far the middle of a cube is from the point that was asked for.
  static void sayShift(Cube cube, Output output) {
    Voxel shift = cube.placement().shift();
    if (shift.i() != 0 || shift.j() != 0 || shift.k() != 0) {
      String voxels = String.format(Locale.ROOT, "%.0f %.0f %.0f", shift.i(), shift.j(), shift.k());
      output.say(Sentence.of("cli.moved", voxels));
    }
  }

  private static String numbers(double x, double y, double z) {
    return String.format(Locale.ROOT, "%.2f %.2f %.2f", x, y, z);
  }
}
