package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.voxdesk.text.Language;
import org.voxdesk.text.Sentence;

/// What commands say to people in Chinese, and what they say to programs in every language.
class CommandLanguageTest extends CommandLineCase {
  /// All that is said.
  private String said(String... arguments) {
    out.getBuffer().setLength(0);
    errors.getBuffer().setLength(0);
    run(arguments);
    return out.toString() + errors;
  }

  private String chinese(String... arguments) {
    return said(
        Stream.concat(Stream.of("--lang", "zh-CN"), Stream.of(arguments)).toArray(String[]::new));
  }

  @Test
  void theLanguageIsTakenBeforeAndAfterTheName() {
    String english = said("info", series.toString());
    String before = said("--lang", "zh-CN", "info", series.toString());
    assertThat(before).contains("患者 VOXDESK-SAMPLE", "8 幅图像", "间距均匀", "物理模式：", "经典模式：");
    assertThat(said("info", series.toString(), "--lang", "zh-CN")).isEqualTo(before);
    assertThat(said("info", "--lang=zh", series.toString())).isEqualTo(before);
    assertThat(said("info", "--lang=en", series.toString())).isEqualTo(english);
    assertThat(english).contains("Patient VOXDESK-SAMPLE", "8 images", "physical: the slices");
  }

  @Test
  void helpIsInTheLanguageWhereverItIsAskedFor() {
    assertThat(said("--lang", "zh-CN", "--help")).startsWith("用法：voxdesk");
    assertThat(said("--help", "--lang=zh-CN")).startsWith("用法：voxdesk");
    assertThat(said("cube", "--help", "--lang", "zh-CN")).startsWith("用法：voxdesk cube");
    assertThat(said("--lang", "zh-CN", "cube", "--help")).startsWith("用法：voxdesk cube");
  }

  @Test
  void theLanguageOfTheSystemIsTakenWhereNoneIsAskedFor() {
    assertThat(Main.run(new String[] {"no-such"}, noDesktop(), output(Language.CHINESE)))
        .isEqualTo(1);
    assertThat(errors).hasToString("voxdesk: no-such 不存在\n");
  }

  @Test
  void anUnknownLanguageIsWrongUsage() {
    assertThat(run("--lang", "fr", series.toString())).isEqualTo(2);
    assertThat(run("info", series.toString(), "--lang", "fr")).isEqualTo(2);
    assertThat(errors)
        .hasToString(
            """
            voxdesk: Invalid value for option '--lang' (TAG): “fr” is none of en, zh-CN
            Try: voxdesk --help
            voxdesk info: Invalid value for option '--lang' (TAG): “fr” is none of en, zh-CN
            Try: voxdesk info --help
            """);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void wrongUsageIsToldInBothLanguages() {
    Map.ofEntries(
            Map.entry("info", "Missing required parameter: 'PATH'"),
            Map.entry("get", "Missing required parameters: 'FILE', 'TAG'"),
            Map.entry("sample a b", "Unmatched argument at index 2: 'b'"),
            Map.entry("sample a b c", "Unmatched arguments from index 2: 'b', 'c'"),
            Map.entry("info x --no-such", "Unknown option: '--no-such'"),
            Map.entry("info x --no --never", "Unknown options: '--no', '--never'"),
            Map.entry("pixels f", "Missing required option: '--out=F.npy'"),
            Map.entry("threshold f --out o", "Missing required options: '--below=N', '--to=V'"),
            Map.entry("pixels", "Missing required options and parameters: '--out=F.npy', 'FILE'"),
            Map.entry("pixels f --out", "Missing required parameter for option '--out' (F.npy)"),
            Map.entry(
                "pixels --out --hu f", "Expected parameter for option '--out' but found '--hu'"),
            Map.entry("pixels f --out a --out b", "option '--out' should be specified only once"),
            Map.entry(
                "edit f --set Rows=1",
                "Error: Missing required argument (specify one of these): (--out=DIR | --in-place)"),
            Map.entry(
                "edit f --out o --in-place",
                "Error: --out=DIR, --in-place are mutually exclusive (specify only one)"),
            Map.entry("info --json=1 x", "Invalid value for option '--json': '1' is not a boolean"),
            Map.entry(
                "stack d --at 1,2,3 --out o --size x",
                "Invalid value for option '--size' (N): 'x' is not an int"),
            Map.entry(
                "threshold f --below x",
                "Invalid value for option '--below' (N): 'x' is not a double"),
            Map.entry(
                "cubes --validation x",
                "Invalid value for option '--validation' (SHARE): 'x' is not a double"),
            Map.entry(
                "tags f --level x",
                "Invalid value for option '--level' (<level>): “x” is none of patient, study,"
                    + " series, image, meta"),
            Map.entry(
                "stack d --formats npy,x",
                "Invalid value for option '--formats' (FORMAT): “x” is none of mosaic, png, npy,"
                    + " npz, nifti, nrrd, dicom"),
            Map.entry(
                "cube f --at 1,x,3",
                "Invalid value for option '--at' (X,Y,Z): “1,x,3” is not three numbers like"
                    + " 252,162,207"),
            Map.entry(
                "cube f --mosaic 8",
                "Invalid value for option '--mosaic' (RxC): “8” is no mosaic like 8x8"),
            Map.entry(
                "cube f --window 5,5",
                "Invalid value for option '--window' (LOW,HIGH): “5,5” is no window: two numbers,"
                    + " of which the first is the lower"),
            Map.entry(
                "cubes --shard 5/4",
                "Invalid value for option '--shard' (I/N): “5/4” is no share like 1/4"),
            Map.entry(
                "get f NoSuch",
                "Invalid value for positional parameter at index 1 (TAG): “NoSuch” is no tag,"
                    + " keyword or path"),
            Map.entry("edit f --set Rows=1 --out o --backup", "--backup goes with --in-place"),
            Map.entry("edit f --key k --out o", "--key and --days are options of --deidentify"),
            Map.entry(
                "cube f --at 1,2,3 --out o --mosaic 1x1",
                "a mosaic of 1 × 1 does not fit 64 slices; the usual one is 8x8"))
        .forEach(
            (line, reason) -> {
              String[] words = line.split(" ", -1);
              String name = "voxdesk " + words[0];
              assertThat(said(words))
                  .as(line)
                  .isEqualTo("%s: %s%nTry: %1$s --help%n".formatted(name, reason));
              assertIsChinese(chinese(words));
              assertThat(out.toString()).isEmpty();
              assertThat(errors.toString()).doesNotContain("用法有误");
            });
  }

  private static void assertIsChinese(String said) {
    assertThat(said.lines())
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .containsPattern(HelpTextsTest.HAN)
                    .doesNotContainPattern(HelpTextsTest.ENGLISH));
  }

  @Test
  void resultsAndWarningsAreChinese() throws Exception {
    Path text = Files.writeString(temporary.resolve("x.dcm"), "This is a text, no image.");
    assertThat(chinese("edit", slice(50), text.toString(), "--set", "PatientName=A", "--out", to()))
        .contains("已将 1 个文件写入 " + to(), "voxdesk: " + text + " 不是 DICOM 文件");
    assertThat(chinese("edit", slice(50), "--set", "PatientName=A", "--out", to(), "--dry-run"))
        .contains("PatientName：“Voxdesk^Sample” → “A”");
    assertThat(chinese("info", text.toString()))
        .isEqualTo("未计入的文件：1\n  %s 不是 DICOM 文件\n没有可打开的内容。\n".formatted(text));
    assertIsChinese(chinese("check", text.toString()));
    String cube = temporary.resolve("cube").toString();
    assertThat(chinese("cube", series.toString(), "--voxel", "1,1,1", "--size", "8", "--out", cube))
        .contains("8 × 8 × 8，LPS ", "物理模式", "个体素在扫描范围之外，其值为 -1000");
    assertIsChinese(chinese("slices", series.toString(), "--mm", "20", "--out", cube + "s"));
    assertIsChinese(chinese("threshold", slice(50), "--below", "1", "--to", "0", "--out", cube));
    assertIsChinese(chinese("get", slice(50), "PatientComments"));
    assertIsChinese(chinese("sample", slice(50)));
  }

  @Test
  void amountsAreChineseInTablesAndEnglishInJson() {
    assertThat(chinese("tags", slice(50), "--find", "PixelData"))
        .contains("(7FE0,0010) OW", "PixelData", "（524288 字节）");
    assertThat(chinese("tags", slice(50), "--find", "PixelData", "--json"))
        .contains("(524288 bytes)");
  }

  @Test
  void whatProgramsReadIsTheSameInBothLanguages() {
    for (List<String> line :
        List.of(
            List.of("info", "--json", series.toString()),
            List.of("tags", "--json", slice(50)),
            List.of("tags", "--dicom-json", slice(50)),
            List.of("get", slice(50), "PatientName"),
            List.of("diff", "--json", slice(50), slice(51)),
            List.of("roundtrip", slice(50)))) {
      String[] arguments = line.toArray(String[]::new);
      chinese(arguments);
      String printed = out.toString();
      said(arguments);
      assertThat(out.toString()).as(line.toString()).isEqualTo(printed).isNotEmpty();
    }
  }

  @Test
  void theWindowAndTheDemoGetTheLanguage() {
    assertThat(chinese(series.toString())).isEqualTo("window [" + series + "] false zh-CN");
    assertThat(chinese("demo", "--out", "x")).isEqualTo("demo x CHINESE");
    assertThat(said("demo", "--out", "x")).isEqualTo("demo x ENGLISH");
  }

  @Test
  void aFailureNobodyExpectedIsToldInTheLanguage() {
    output(Language.CHINESE).warn(new IllegalStateException("why"));
    output(Language.ENGLISH).warn(Sentence.of("cli.info.nothing"));
    assertThat(errors)
        .hasToString(
            """
            voxdesk: 发生意外错误：java.lang.IllegalStateException: why
            voxdesk: Nothing to open.
            """);
  }
}
