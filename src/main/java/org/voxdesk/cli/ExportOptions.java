package org.voxdesk.cli;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeFormat;
import org.voxdesk.export.Identifiers;
import org.voxdesk.export.Mosaic;
import org.voxdesk.volume.GreyWindow;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// How cubes are written; shared by the commands that do so.
final class ExportOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  static final String KEY =
      "A secret that the patient's code is made with, so that it cannot be found by trying IDs;"
          + " default: that of DIR, 64 random digits in patients.key.";

  @Option(
      names = "--formats",
      paramLabel = "FORMAT",
      split = ",",
      description =
          "mosaic, png, npy, npz, nifti, nrrd, dicom, with commas between; default: mosaic,npy. A"
              + " JSON sidecar goes with all of them.")
  private Set<CubeFormat> formats = EnumSet.of(CubeFormat.MOSAIC, CubeFormat.NPY);

  @Option(
      names = "--mosaic",
      paramLabel = "RxC",
      description = "Rows and columns of the mosaic; default: nearest to a square, 8x8 for 64.")
  private Optional<Mosaic> mosaic = Optional.empty();

  @Option(
      names = "--window",
      paramLabel = "LOW,HIGH",
      description = "Black and white of the pictures; default: -1000,400.")
  private GreyWindow window = GreyWindow.CLASSIC;

  @Option(
      names = "--identifiers",
      description =
          "pseudonymous (UIDs of the data and a code for the patient) or full (name and ID, too);"
              + " default: pseudonymous.")
  private Identifiers identifiers = Identifiers.PSEUDONYMOUS;

  @Option(names = "--key", paramLabel = "TEXT", description = KEY)
  private Optional<String> key = Optional.empty();

  /// The secret that was given; empty for that of the folder.
  ///
  /// @throws ParameterException if it is blank, as where a script forgot to set it
  String key() {
    return key(spec, key);
  }

  static String key(CommandSpec spec, Optional<String> given) {
    if (given.isPresent() && given.get().isBlank()) {
      throw new ParameterException(spec.commandLine(), "--key must not be empty");
    }
    return given.orElse("");
  }

  /// @param size slices of each cube
  /// @throws ParameterException if the mosaic that was asked for has no tile for each of them, or
  ///   rows without any
  CubeExport.Options options(int size, boolean overwrite) {
    if (mosaic.isPresent() && !mosaic.get().fits(size)) {
      throw new ParameterException(
          spec.commandLine(),
          "a mosaic of %d × %d does not fit %s; the usual one is %s"
              .formatted(
                  mosaic.get().rows(),
                  mosaic.get().columns(),
                  Counted.of(size, "slice"),
                  Mosaic.of(size).rows() + "x" + Mosaic.of(size).columns()));
    }
    return CubeExport.Options.USUAL
        .withMosaic(mosaic)
        .withFormats(formats)
        .withWindow(window)
        .withIdentifiers(identifiers)
        .withOverwrite(overwrite);
  }

  /// Reads `ROWSxCOLUMNS`.
  static final class MosaicConverter implements ITypeConverter<Mosaic> {
    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,3})[x×]([1-9]\\d{0,3})");

    @Override
    public Mosaic convert(String text) {
      Matcher layout = FORM.matcher(text);
      if (!layout.matches()) {
        throw new TypeConversionException("“" + text + "” is no mosaic like 8x8");
      }
      return new Mosaic(Integer.parseInt(layout.group(2)), Integer.parseInt(layout.group(1)));
    }
  }

  /// Reads `LOW,HIGH`.
  static final class WindowConverter implements ITypeConverter<GreyWindow> {
    @Override
    public GreyWindow convert(String text) {
      String[] parts = text.split(",", -1);
      try {
        if (parts.length == 2) {
          return new GreyWindow(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
        }
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(
            "“" + text + "” is no window: two numbers, of which the first is the lower");
      }
      throw new TypeConversionException("“" + text + "” is no window like -1000,400");
    }
  }
}
