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
/// when nothing leads to its content any more, when this is closed, and when the program ends; if
/// the program is killed, when another one with the same register begins. For any thread.
public final class KeptFiles implements AutoCloseable {
  private final Optional<KeptRegister> register;
  private final Map<Reference<? extends Origin>, Path> kept = new HashMap<>();
  private final ReferenceQueue<Origin> unused = new ReferenceQueue<>();

  /// Files of which nobody else is told.
  public KeptFiles() {
    this.register = Optional.empty();
  }

  /// Files that a register in `folder` tells later programs of.
  public KeptFiles(Path folder) {
    this.register = Optional.of(new KeptRegister(folder));
  }

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
          if (register.isPresent()) {
            register.get().add(aside.get());
          }
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

  /// Deletes what programs that were killed have left, as far as their registers tell.
  ///
  /// @throws IOException if the registers cannot be read
  public void removeAbandoned() throws IOException {
    if (register.isPresent()) {
      register.get().removeAbandoned();
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
      register.ifPresent(KeptRegister::close);
    }
  }
}
