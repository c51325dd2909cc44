package org.voxdesk.io;

import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// What files held before they were replaced, for as long as something may still want it: earlier
/// versions leave their big values where they were read from.
///
/// A link in the same folder takes no room of its own until the file is replaced. It is deleted
/// when nothing leads to its content any more, when this is closed, and when the program ends. For
/// any thread.
public final class KeptFiles implements AutoCloseable {
  private final Map<Reference<? extends Origin>, Path> kept = new HashMap<>();
  private final ReferenceQueue<Origin> unused = new ReferenceQueue<>();

  /// Keeps what was read from `origin`; called before the file is replaced.
  ///
  /// @throws ExplainedException with one sentence, if it cannot be kept
  public void keep(Origin origin) throws ExplainedException {
    deleteUnused();
    try {
      Optional<Path> aside = origin.putAside();
      if (aside.isPresent()) {
        aside.get().toFile().deleteOnExit();
        synchronized (kept) {
          kept.put(new PhantomReference<>(origin, unused), aside.get());
        }
      }
    } catch (IOException e) {
      throw new ExplainedException(
          Sentence.of("save.not.kept", origin.path(), AtomicFile.reason(e)), e);
    }
  }

  /// Deletes what is kept of these: what was read from them can no longer be had.
  public void discard(Collection<Origin> origins) {
    for (Origin origin : origins) {
      origin
          .aside()
          .ifPresent(
              aside -> {
                synchronized (kept) {
                  kept.values().remove(aside);
                }
                Temporaries.deleteQuietly(aside);
              });
    }
  }

  private void deleteUnused() {
    Reference<? extends Origin> next = unused.poll();
    while (next != null) {
      synchronized (kept) {
        Optional.ofNullable(kept.remove(next)).ifPresent(Temporaries::deleteQuietly);
      }
      next = unused.poll();
    }
  }

  /// Deletes everything that is kept: earlier versions can no longer be had.
  @Override
  public void close() {
    synchronized (kept) {
      kept.values().forEach(Temporaries::deleteQuietly);
      kept.clear();
    }
  }
}
