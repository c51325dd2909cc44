package org.voxdesk.cli;

import java.io.PrintWriter;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `voxdesk cube`: one cube.
@Command(
    name = "cube",
    mixinStandardHelpOptions = true,
    description =
        "Cuts one cube around a point and writes a mosaic PNG, npy (int16 HU) and JSON, or what"
            + " --formats says.")
final class CubeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "A folder, or a file.")
  private Path path;

  @ArgGroup(multiplicity = "1")
  private Where where;

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "Voxels along each edge; default: ${DEFAULT-VALUE}.")
  private int size = 64;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write.")
  private Path out;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the files' names begin with; default: ${DEFAULT-VALUE}.")
  private String name = "cube";

  @Mixin private GridOptions grid = new GridOptions();

  @Mixin private ExportOptions export = new ExportOptions();

  private static final class Where {
    @Option(
        names = "--at",
        paramLabel = "X,Y,Z",
        required = true,
        description = "Voxels of the resampled grid.")
    private @Nullable Triple at;

    @Option(
        names = "--lps",
        paramLabel = "X,Y,Z",
        required = true,
        description = "Patient millimetres, LPS.")
    private @Nullable Triple lps;

    @Option(
        names = "--voxel",
        paramLabel = "I,J,K",
        required = true,
        description = "Column, row and slice of the source, from 0, slices ascending.")
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
          throw new TypeConversionException(
              "“" + text + "” is not three numbers: " + e.getMessage());
        }
        throw new TypeConversionException("“" + text + "” is not three numbers like 252,162,207");
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

  @Override
  public Integer call() throws ExplainedException {
    Exporter.requireName(name);
    CubeExport.Options options = export.options(size, grid.overwrite);
    Opened opened = Opened.volume(path, grid);
    PrintWriter errors = spec.commandLine().getErr();
    opened.warnings().forEach(w -> errors.println("voxdesk: " + w));
    CubeRequest request = CubeRequest.at(where.point()).withSize(size).withGrid(grid.request());
    Cube cube = Resampler.cube(opened.volume(), request);
    List<Path> written =
        Exporter.write(
            CubeExport.of(cube, opened.source(export.key(), out), out, name, Version.number())
                .with(options),
            Progress.NONE);
    print(cube, written, spec.commandLine().getOut());
    return opened.exitCode();
  }

  private static void print(Cube cube, List<Path> written, PrintWriter out) {
    Voxel voxel = cube.placement().voxel();
    Lps lps = cube.placement().lps();
    out.printf(
        Locale.ROOT,
        "%d × %d × %d at LPS %.2f %.2f %.2f mm, voxel %.2f %.2f %.2f, %s%n",
        cube.size(),
        cube.size(),
        cube.size(),
        lps.x(),
        lps.y(),
        lps.z(),
        voxel.i(),
        voxel.j(),
        voxel.k(),
        cube.mode().name().toLowerCase(Locale.ROOT));
    printShift(cube, out);
    int outside = cube.values().length - cube.validCount();
    if (outside > 0) {
      out.println(
          Counted.of(outside, "voxel")
              + (outside == 1 ? " lies outside the scan and is " : " lie outside the scan and are ")
              + cube.fill());
    }
    written.forEach(out::println);
  }

  /// Says how far the middle of a cube is from the point that was asked for.
  static void printShift(Cube cube, PrintWriter out) {
    Voxel shift = cube.placement().shift();
    if (shift.i() != 0 || shift.j() != 0 || shift.k() != 0) {
      out.printf(
          Locale.ROOT,
          "moved by %.0f %.0f %.0f voxels to stay inside the scan%n",
          shift.i(),
          shift.j(),
          shift.k());
    }
  }
}
