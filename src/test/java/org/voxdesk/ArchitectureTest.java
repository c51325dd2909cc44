package org.voxdesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShould;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.task.Progress;

/// Holds the shape of the program: which package may use which, and which may see the screen.
///
/// A package that has no classes yet satisfies its rule; a package missing from the table fails.
class ArchitectureTest {
  private static final String ROOT = "org.voxdesk";

  /// Package to the packages it may use beside itself and `text`, the sentences that all of them
  /// say; `cli` and `app` come after all of them.
  private static final Map<String, Set<String>> CORE =
      Map.ofEntries(
          Map.entry("text", Set.of()),
          Map.entry("task", Set.of()),
          Map.entry("dicom", Set.of("text")),
          Map.entry("json", Set.of("text", "dicom")),
          Map.entry("codec", Set.of()),
          Map.entry("io", Set.of("text", "dicom", "task")),
          Map.entry("pixel", Set.of("text", "dicom", "codec")),
          Map.entry("study", Set.of("text", "dicom", "io", "task")),
          Map.entry("volume", Set.of("text", "dicom", "pixel", "study", "task")),
          Map.entry("render", Set.of("pixel", "volume", "task")),
          Map.entry("measure", Set.of("text", "io", "volume")),
          Map.entry("annotation", Set.of("text", "volume")),
          Map.entry("nodule", Set.of("text", "io", "volume", "annotation")),
          Map.entry(
              "dataset",
              Set.of("text", "task", "io", "dicom", "study", "volume", "export", "annotation")),
          Map.entry(
              "edit", Set.of("text", "dicom", "json", "codec", "io", "pixel", "study", "task")),
          Map.entry(
              "export", Set.of("text", "pixel", "volume", "render", "dicom", "json", "io", "task")),
          Map.entry("sample", Set.of("text", "dicom", "io", "task")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void theClassesOfThisProgramAreRead() {
    assertThat(CLASSES.contain(Progress.class)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyThePackagesOfItsRow(String name) {
    Set<String> forbidden = packages().collect(Collectors.toCollection(TreeSet::new));
    forbidden.removeAll(allowed(name));
    forbidden.removeAll(List.of(name, "text"));
    check(
        noClasses()
            .that()
            .resideInAPackage(tree(name))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(trees(forbidden)));
  }

  @Test
  void everyClassIsInAPackageOfTheTable() {
    check(classes().should().resideInAnyPackage(trees(packages().toList())));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void screensHaveNoCycles() {
    check(slices().matching(ROOT + ".app.(*)..").should().beFreeOfCycles());
  }

  @Test
  void onlyTheApplicationSeesTheToolkit() {
    check(
        outside("app")
            .dependOnClassesThat()
            .resideInAnyPackage(
                "javafx..", "com.sun..", "org.controlsfx..", "atlantafx..", "org.kordamp.."));
  }

  @Test
  void onlyTheApplicationAndTheExportSeeImagesOfThePlatform() {
    check(
        outside("app", "export")
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "javax.swing.."));
  }

  @Test
  void onlyTheCommandLineAndTheApplicationPrint() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(tree("cli"), tree("app"))
            .should(ACCESS_STANDARD_STREAMS));
  }

  @Test
  void everyPackageSaysThatNothingInItIsNull() {
    assertThat(
            CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> !each.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName))
        .isEmpty();
  }

  static Stream<String> packages() {
    return Stream.concat(CORE.keySet().stream().sorted(), Stream.of("cli", "app"));
  }

  private static Set<String> allowed(String name) {
    return switch (name) {
      case "app", "cli" ->
          Stream.concat(CORE.keySet().stream(), Stream.of("cli")).collect(Collectors.toSet());
      default -> CORE.getOrDefault(name, Set.of());
    };
  }

  private static ClassesShould outside(String... names) {
    return noClasses().that().resideOutsideOfPackages(trees(Set.of(names))).should();
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }

  private static String tree(String name) {
    return ROOT + "." + name + "..";
  }

  private static String[] trees(Collection<String> names) {
    return names.stream().map(ArchitectureTest::tree).toArray(String[]::new);
  }
}
