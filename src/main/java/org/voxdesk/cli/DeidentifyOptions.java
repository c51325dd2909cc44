package org.voxdesk.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.deid.ProfileOption;
import org.voxdesk.edit.deid.ProfileOptions;
import org.voxdesk.edit.deid.PseudonymKey;
import org.voxdesk.edit.deid.RemainingRisks;
import org.voxdesk.study.Instance;
import org.voxdesk.text.Sentence;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How files are de-identified; the options of `voxdesk edit` that are about it.
final class DeidentifyOptions {
  /// A word that follows without `=` is a file, not an option of the profile.
  static final class OnlyBehindEquals implements IParameterPreprocessor {
    @Override
    public boolean preprocess(
        Stack<String> words, CommandSpec command, ArgSpec option, Map<String, Object> info) {
      if (!"=".equals(info.get("separator"))) {
        words.push("");
      }
      return false;
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--deidentify",
      paramLabel = "OPTION",
      arity = "0..1",
      split = ",",
      fallbackValue = "",
      preprocessor = OnlyBehindEquals.class)
  private @Nullable List<String> words;

  @Option(names = "--key", paramLabel = "TEXT")
  private @Nullable String key;

  @Option(names = "--days", paramLabel = "N")
  private @Nullable Integer days;

  @Option(names = "--keep-names")
  private boolean keepNames;

  /// What files are to be de-identified by; empty where they are not.
  ///
  /// @throws ParameterException if the options do not go together
  Optional<Deidentify> edit() {
    if (words == null) {
      if (key != null || days != null) {
        throw wrong(Sentence.of("cli.usage.deid"));
      }
      return Optional.empty();
    }
    var chosen = EnumSet.noneOf(ProfileOption.class);
    for (String word : words) {
      if (!word.isEmpty()) {
        chosen.add(
            ProfileOption.of(word)
                .orElseThrow(() -> wrong(Sentence.of("cli.usage.deid.option", word))));
      }
    }
    if (days != null && !chosen.contains(ProfileOption.RETAIN_MODIFIED_DATES)) {
      throw wrong(Sentence.of("cli.usage.days"));
    }
    if (key != null && key.isEmpty()) {
      throw wrong(Sentence.of("cli.usage.key"));
    }
    try {
      OptionalInt shift = days == null ? OptionalInt.empty() : OptionalInt.of(days);
      return Optional.of(
          new Deidentify(
              new ProfileOptions(chosen, shift),
              key == null ? PseudonymKey.random() : new PseudonymKey(key)));
    } catch (IllegalArgumentException e) {
      throw wrong(Sentence.of("deid.options.wrong"));
    }
  }

  /// Whether files keep their names, which may say who the patient is.
  boolean keepsNames() {
    return keepNames;
  }

  /// Says what the user has to know about the whole run.
  ///
  /// @param asked whether the command line asks for it, not a recipe
  /// @param named whether the names of the files are not made of their UIDs
  void announce(boolean asked, boolean named, Output output) {
    if (asked && key == null) {
      output.warn(Sentence.of("cli.deid.random.key"));
    }
    if (named || keepNames) {
      output.warn(Sentence.of("cli.deid.names"));
    }
    if (words != null && words.contains(ProfileOption.CLEAN_DESCRIPTORS.word())) {
      output.warn(Sentence.of("cli.deid.read"));
    }
  }

  /// Says what a person has to look at in a file, as it was.
  void warn(Instance before, Output output) {
    for (Sentence risk : RemainingRisks.of(before.file())) {
      output.warn(Sentence.of("cli.file", before.path(), risk));
    }
  }

  private UsageException wrong(Sentence what) {
    return new UsageException(spec, what);
  }
}
