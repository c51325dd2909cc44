package org.voxdesk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientKeyTest {
  @TempDir private Path folder;

  @Test
  void aFolderHasOneKeyAndAnotherHasAnother() throws Exception {
    PatientKey key = PatientKey.in(folder.resolve("new"));

    assertThat(PatientKey.in(folder.resolve("new"))).isEqualTo(key);
    assertThat(key.secret()).hasSize(64);
    assertThat(PatientKey.of("", folder.resolve("new"))).isEqualTo(key);
    assertThat(PatientKey.of("mine", folder.resolve("new")).secret()).isEqualTo("mine");
    assertThat(PatientKey.in(folder)).isNotEqualTo(key);
    try (Stream<Path> files = Files.list(folder.resolve("new"))) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("patients.key");
    }
  }

  @Test
  void programsThatComeAtOnceAgree() throws Exception {
    int programs = 8;
    for (int round = 0; round < 20; round++) {
      Path shared = folder.resolve("round" + round);
      var start = new CyclicBarrier(programs);
      List<Future<PatientKey>> keys = new ArrayList<>();
      try (var threads = Executors.newFixedThreadPool(programs)) {
        for (int n = 0; n < programs; n++) {
          keys.add(
              threads.submit(
                  () -> {
                    start.await();
                    return PatientKey.in(shared);
                  }));
        }
      }
      for (Future<PatientKey> key : keys) {
        assertThat(key.get()).isEqualTo(PatientKey.in(shared));
      }
    }
  }

  @Test
  void whatIsNoKeyIsRefusedWithItsName() throws Exception {
    Files.writeString(folder.resolve(PatientKey.FILE), "cut");

    assertThatThrownBy(() -> PatientKey.in(folder))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("patients.key holds no key");
  }

  @Test
  void theCodeIsThatOfTheStandardHash() {
    // RFC 4231, test case 2.
    assertThat(new PatientKey("Jefe").code("what do ya want for nothing?"))
        .isEqualTo("p5bdcc146bf60754e");
    PatientKey key = new PatientKey("a");
    assertThat(key.code(" 17 ")).isEqualTo(key.code("17"));
    assertThat(key.code("17")).isNotEqualTo(new PatientKey("b").code("17"));
    assertThat(key).hasToString("PatientKey");
  }
}
