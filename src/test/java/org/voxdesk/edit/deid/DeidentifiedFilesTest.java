package org.voxdesk.edit.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.sample.Phantom;
import org.voxdesk.sample.SampleStudy;

/// Whole files, of the sample and of the shared test data, before and after.
class DeidentifiedFilesTest {
  private static final PseudonymKey KEY = new PseudonymKey("test");
  private static final int SHORTEST = 5;

  /// UIDs of classes, encodings, programs and codes, which stay.
  private static final Set<Integer> CLASSES =
      Set.of(
          0x00020002,
          0x00020010,
          0x00020012,
          0x00080016,
          0x0008001A,
          0x0008001B,
          0x00080062,
          0x0008010C,
          0x0008010D,
          0x00080117,
          0x00080118,
          0x00081150,
          0x00089123,
          0x04000010,
          0x04000510);

  /// Secrets of test files that are words of the standard, the implementation class of DCMTK, or
  /// the series number as well.
  private static final Set<String> COINCIDENCES =
      Set.of(
          "Anonymized",
          "REMOVED",
          "123456",
          "1.2.276.0.7230010.3.0.3.5.3",
          "1.2.276.0.7230010.3.0.3.4.2");

  /// Every option that can be had with the others.
  enum Choice {
    NONE,
    FULL_DATES,
    ALL;

    ProfileOptions options() {
      return switch (this) {
        case NONE -> ProfileOptions.BASIC;
        case FULL_DATES ->
            ProfileOptions.of(
                ProfileOption.RETAIN_DEVICE_IDENTITY,
                ProfileOption.RETAIN_PATIENT_CHARACTERISTICS,
                ProfileOption.RETAIN_FULL_DATES,
                ProfileOption.CLEAN_DESCRIPTORS,
                ProfileOption.RETAIN_SAFE_PRIVATE);
        case ALL ->
            ProfileOptions.of(
                ProfileOption.RETAIN_UIDS,
                ProfileOption.RETAIN_DEVICE_IDENTITY,
                ProfileOption.RETAIN_PATIENT_CHARACTERISTICS,
                ProfileOption.RETAIN_MODIFIED_DATES,
                ProfileOption.CLEAN_DESCRIPTORS,
                ProfileOption.RETAIN_SAFE_PRIVATE);
      };
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyFileIsDeidentifiedOrSaysWhyNot(Choice choice) throws Exception {
    Path data = TestData.data("");
    var leaks = new ArrayList<String>();
    int done = 0;
    try (Stream<Path> files = Files.walk(data)) {
      for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
        Optional<DicomFile> read = read(path);
        if (read.isEmpty()) {
          continue;
        }
        try {
          DicomFile after = Deidentification.of(read.get(), choice.options(), KEY);
          leaks.addAll(leaks(path, read.get(), after, choice));
          done++;
        } catch (DicomException e) {
          assertThat(e.sentence().key()).as(path.toString()).isEqualTo("deid.directory");
        }
      }
    }
    assertThat(leaks).isEmpty();
    assertThat(done).isGreaterThan(100);
  }

  private static Optional<DicomFile> read(Path path) {
    try {
      return Optional.of(DicomReader.read(path));
    } catch (DicomException e) {
      return Optional.empty();
    }
  }

  /// What of a file's secrets is still in the bytes of what was made of it.
  private static List<String> leaks(Path path, DicomFile before, DicomFile after, Choice choice)
      throws Exception {
    var secrets = new HashSet<String>();
    secrets(before.dataSet(), choice, secrets);
    secrets(before.meta(), choice, secrets);
    DataSet rest =
        after
            .dataSet()
            .without(Tag.PIXEL_DATA)
            .without(Tag.FLOAT_PIXEL_DATA)
            .without(Tag.DOUBLE_FLOAT_PIXEL_DATA);
    byte[] bytes = DicomWriter.bytes(plain(after).withDataSet(rest));
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    return secrets.stream()
        .filter(secret -> contains(all, secret))
        .map(secret -> path + ": " + secret)
        .toList();
  }

  /// Not deflated, so that its bytes can be searched.
  private static DicomFile plain(DicomFile file) {
    return file.transferSyntax().deflated()
        ? DicomFile.of(file.dataSet(), TransferSyntax.of(file.dataSet().encoding()))
        : file;
  }

  /// A UID may be the beginning of another.
  private static boolean contains(String all, String secret) {
    int at = all.indexOf(secret);
    while (at >= 0) {
      int end = at + secret.length();
      boolean uid = secret.chars().allMatch(c -> c == '.' || Character.isDigit(c));
      boolean longer = uid && (isOfUid(all, at - 1) || isOfUid(all, end));
      if (!longer) {
        return true;
      }
      at = all.indexOf(secret, at + 1);
    }
    return false;
  }

  private static boolean isOfUid(String all, int at) {
    return at >= 0
        && at < all.length()
        && (all.charAt(at) == '.' || Character.isDigit(all.charAt(at)));
  }

  private static void secrets(DataSet dataSet, Choice choice, Set<String> secrets) {
    for (DataElement element : dataSet.elements()) {
      if (element.value() instanceof Value.Items(List<Value.Item> items)) {
        items.forEach(
            item -> secrets(item.dataSet().inheriting(dataSet.characterSet()), choice, secrets));
        continue;
      }
      DataElement known = dataSet.understood(element);
      Tag tag = element.tag();
      boolean uid =
          known.vr() == Vr.UI
              && choice != Choice.ALL
              && !tag.isPrivate()
              && !CLASSES.contains(tag.value());
      boolean patient = tag.equals(Tag.PATIENT_NAME) || tag.equals(Tag.PATIENT_ID);
      boolean other = known.vr() == Vr.PN;
      if (uid || patient || other) {
        ValueText.values(known, dataSet.characterSet()).stream()
            .filter(v -> v.length() >= SHORTEST && (!other || patient || v.contains("^")))
            .filter(v -> !v.startsWith("1.2.840.10008.") && !COINCIDENCES.contains(v))
            .forEach(secrets::add);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void dciodvfyFindsNoNewError(Choice choice) throws Exception {
    Assumptions.assumeTrue(dciodvfy().isPresent(), "dciodvfy (dicom3tools) is not on the PATH");
    DicomFile before = SampleStudy.file(new Phantom(), 60);
    List<String> old = errors(before, "before.dcm");
    List<String> now = errors(Deidentification.of(before, choice.options(), KEY), "after.dcm");
    assertThat(old).isEmpty();
    assertThat(now).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void dciodvfyFindsNoNewErrorInFilesOfOthers(Choice choice) throws Exception {
    Assumptions.assumeTrue(dciodvfy().isPresent(), "dciodvfy (dicom3tools) is not on the PATH");
    Path data = TestData.data("");
    var found = new ArrayList<String>();
    var kinds = new HashSet<String>();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path path : files.filter(Files::isRegularFile).sorted().toList()) {
        Optional<DicomFile> read = read(path);
        if (read.isEmpty() || read.get().dataSet().contains(Tag.DIRECTORY_RECORD_SEQUENCE)) {
          continue;
        }
        // One of a kind is enough.
        if (!kinds.add(
            path.getParent() + read.get().dataSet().text(Tag.SOP_CLASS_UID).orElse(""))) {
          continue;
        }
        List<String> old = errors(read.get(), "before.dcm");
        if (old.stream().anyMatch(e -> e.contains("out of order"))) {
          continue; // It gives up on these.
        }
        errors(Deidentification.of(read.get(), choice.options(), KEY), "after.dcm").stream()
            .filter(e -> !old.contains(e))
            .forEach(e -> found.add(path + ": " + e));
      }
    }
    assertThat(found).isEmpty();
  }

  private List<String> errors(DicomFile file, String name) throws Exception {
    Path path = folder.resolve(name);
    DicomWriter.save(file, path, AtomicFile.Existing.REPLACE);
    Process process =
        new ProcessBuilder(dciodvfy().orElseThrow().toString(), path.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    process.waitFor();
    // The UIDs of a message are not the same afterwards.
    return said.lines()
        .filter(line -> line.startsWith("Error"))
        .map(line -> line.replaceAll("[0-9]+(\\.[0-9]+)+|\\d{8}|0$", "…"))
        .toList();
  }

  private static Optional<Path> dciodvfy() {
    return Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
        .map(entry -> Path.of(entry, "dciodvfy"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
