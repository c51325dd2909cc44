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
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.GreyWindow;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How cubes are written; shared by the commands that do so.
final class ExportOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--formats", paramLabel = "FORMAT", split = ",")
  private Set<CubeFormat> formats = EnumSet.of(CubeFormat.MOSAIC, CubeFormat.NPY);

  @Option(names = "--mosaic", paramLabel = "RxC")
  private Optional<Mosaic> mosaic = Optional.empty();

  @Option(names = "--window", paramLabel = "LOW,HIGH")
  private GreyWindow window = GreyWindow.CLASSIC;

  @Option(names = "--identifiers")
  private Identifiers identifiers = Identifiers.PSEUDONYMOUS;

  @Option(names = "--key", paramLabel = "TEXT")
  private Optional<String> key = Optional.empty();

  /// The secret that was given; empty for that of the folder.
  ///
  /// @throws ParameterException if it is blank, as where a script forgot to set it
  String key() {
    return key(spec, key);
  }

  static String key(CommandSpec spec, Optional<String> given) {
    if (given.isPresent() && given.get().isBlank()) {
      throw new UsageException(spec, Sentence.of("cli.usage.key"));
    }
    return given.orElse("");
  }

  /// @param size slices of each cube
  /// @throws ParameterException if the mosaic that was asked for has no tile for each of them, or
  ///   rows without any
  CubeExport.Options options(int size, boolean overwrite) {
    if (mosaic.isPresent() && !mosaic.get().fits(size)) {
      Mosaic usual = Mosaic.of(size);
      throw new UsageException(
          spec,
          Sentence.of(
              "cli.usage.mosaic",
              mosaic.get().rows(),
              mosaic.get().columns(),
              size,
              usual.rows(),
              usual.columns()));
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
        throw new ValueException(Sentence.of("cli.value.mosaic", text));
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
        throw new ValueException(Sentence.of("cli.value.window.order", text));
      }
      throw new ValueException(Sentence.of("cli.value.window", text));
    }
  }
}
