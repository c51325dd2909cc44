package org.voxdesk.cli;

import java.io.PrintWriter;
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
import picocli.CommandLine;
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
      preprocessor = OnlyBehindEquals.class,
      description = {
        "Take out who the patient is, by the basic profile of DICOM PS3.15 Annex E. OPTION:"
            + " retain-uids, retain-device, retain-patient-characteristics, retain-dates,"
            + " modify-dates, clean-descriptors, retain-safe-private.",
        "With --out the files are named after their new UIDs, in folders of their study and"
            + " series: the old names may say who the patient is."
      })
  private @Nullable List<String> words;

  @Option(
      names = "--key",
      paramLabel = "TEXT",
      description =
          "With --deidentify: the secret that new UIDs and IDs are made with; the same in every run"
              + " gives the same. Default: a random one.")
  private @Nullable String key;

  @Option(
      names = "--days",
      paramLabel = "N",
      description =
          "With modify-dates: by how many days dates are moved, such as -100. Default: some days up"
              + " to ten years back, the same for all files of a patient.")
  private @Nullable Integer days;

  @Option(
      names = "--keep-names",
      description = "When de-identifying with --out: keep the names of files and folders.")
  private boolean keepNames;

  /// What files are to be de-identified by; empty where they are not.
  ///
  /// @throws ParameterException if the options do not go together
  Optional<Deidentify> edit() {
    if (words == null) {
      if (key != null || days != null) {
        throw wrong("--key and --days are options of --deidentify");
      }
      return Optional.empty();
    }
    var chosen = EnumSet.noneOf(ProfileOption.class);
    for (String word : words) {
      if (!word.isEmpty()) {
        chosen.add(
            ProfileOption.of(word).orElseThrow(() -> wrong("--deidentify has no option " + word)));
      }
    }
    if (days != null && !chosen.contains(ProfileOption.RETAIN_MODIFIED_DATES)) {
      throw wrong("--days is an option of --deidentify=modify-dates");
    }
    if (key != null && key.isEmpty()) {
      throw wrong("--key must not be empty");
    }
    try {
      OptionalInt shift = days == null ? OptionalInt.empty() : OptionalInt.of(days);
      return Optional.of(
          new Deidentify(
              new ProfileOptions(chosen, shift),
              key == null ? PseudonymKey.random() : new PseudonymKey(key)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), Sentence.of("deid.options.wrong").toString(), e);
    }
  }

  /// Whether files keep their names, which may say who the patient is.
  boolean keepsNames() {
    return keepNames;
  }

  /// Says what the user has to know about the whole run.
  ///
  /// @param asked whether `--deidentify` is given, not only a recipe that de-identifies
  ///
  /// @param asked whether the command line asks for it, not a recipe
  /// @param named whether the names of the files are not made of their UIDs
  void announce(boolean asked, boolean named) {
    PrintWriter errors = spec.commandLine().getErr();
    if (asked && key == null) {
      errors.println("voxdesk: " + Sentence.of("cli.deid.random.key"));
    }
    if (named || keepNames) {
      errors.println("voxdesk: " + Sentence.of("cli.deid.names"));
    }
    if (words != null && words.contains(ProfileOption.CLEAN_DESCRIPTORS.word())) {
      errors.println("voxdesk: " + Sentence.of("cli.deid.read"));
    }
  }

  /// Says what a person has to look at in a file, as it was.
  void warn(Instance before) {
    for (Sentence risk : RemainingRisks.of(before.file())) {
      Sentence warning = Sentence.of("cli.file", before.path(), risk);
      spec.commandLine().getErr().println("voxdesk: " + warning);
    }
  }

  private ParameterException wrong(String message) {
    CommandLine line = spec.commandLine();
    return new ParameterException(line, message);
  }
}
