package org.voxdesk.cli;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeFormat;
import org.voxdesk.export.Identifiers;
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

  CubeExport.Options options(boolean overwrite) {
    return CubeExport.Options.USUAL
        .withFormats(formats)
        .withWindow(window)
        .withIdentifiers(identifiers)
        .withOverwrite(overwrite);
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
