package org.voxdesk.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WorkersTest {
  @Test
  void everyPieceIsDoneOnceAndSeenByTheCaller() {
    int[] calls = new int[10_000];
    try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
      new Workers(executor, 3).forEach(calls.length, i -> calls[i]++);
    }
    assertThat(calls).containsOnly(1);
  }

  @Test
  void theCallerDoesItAllWhenNobodyElseHasTime() {
    AtomicInteger done = new AtomicInteger();
    new Workers(action -> {}, 4).forEach(100, i -> done.incrementAndGet());
    assertThat(done).hasValue(100);
  }

  @Test
  void theFirstFailureIsThrownUnchangedAndEndsTheRest() {
    AtomicInteger done = new AtomicInteger();
    IllegalStateException broken = new IllegalStateException();
    assertThatThrownBy(
            () ->
                new Workers(Runnable::run, 1)
                    .forEach(
                        100,
                        i -> {
                          done.incrementAndGet();
                          if (i == 3) {
                            throw broken;
                          }
                        }))
        .isSameAs(broken);
    assertThat(done).hasValue(4);
  }
}
