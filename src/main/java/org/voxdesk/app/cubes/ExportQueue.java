package org.voxdesk.app.cubes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.voxdesk.app.cubes.ExportJob.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Question;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Progress;
import org.voxdesk.task.Task;
import org.voxdesk.text.ExplainedException;

/// Exports one after the other in the order they were asked for, so that the disk is not shared and
/// each can be stopped alone. Used on the window's thread.
public final class ExportQueue {
  private static final int FINISH = 0;
  private static final int NAMED = 3;

  private final Services services;
  private final ObservableList<ExportJob> jobs = FXCollections.observableArrayList();
  private final List<Runnable> whenIdle = new ArrayList<>();

  ExportQueue(Services services) {
    this.services = services;
  }

  /// What is waiting, running and over, in the order it was asked for; read only.
  ObservableList<ExportJob> jobs() {
    return jobs;
  }

  /// Whether something is waiting or running.
  boolean isBusy() {
    return unfinished().findAny().isPresent();
  }

  private Stream<ExportJob> unfinished() {
    return jobs.stream().filter(job -> !job.stateProperty().get().isOver());
  }

  /// Does this after everything that is waiting.
  ///
  /// @param name what it writes, in the window's language
  void add(String name, ExportWork work) {
    jobs.add(new ExportJob(name, work));
    next();
  }

  /// Does again what failed or was stopped, after everything that is waiting.
  void retry(ExportJob job) {
    State state = job.stateProperty().get();
    if (state == State.FAILED || state == State.CANCELLED) {
      jobs.remove(job);
      job.waiting();
      jobs.add(job);
      next();
    }
  }

  /// Stops an export, or takes it out of the queue.
  void cancel(ExportJob job) {
    if (job.stateProperty().get() == State.WAITING) {
      job.end(State.CANCELLED, services.text("queue.cancelled"));
    } else {
      job.stop();
    }
  }

  /// Takes an export that is over out of the list.
  void remove(ExportJob job) {
    if (job.stateProperty().get().isOver()) {
      jobs.remove(job);
    }
  }

  /// Takes out of the list what was done or stopped; what failed stays, to be done again.
  void clear() {
    jobs.removeIf(ExportQueue::isFinished);
  }

  /// Whether there is nothing left to do about it.
  static boolean isFinished(ExportJob job) {
    State state = job.stateProperty().get();
    return state == State.DONE || state == State.CANCELLED;
  }

  /// Runs `leave` if nothing is being exported, else once the user has chosen to wait for that or
  /// to stop it; never if they change their mind.
  void leave(Runnable leave) {
    int count = (int) unfinished().count();
    if (count == 0) {
      leave.run();
      return;
    }
    OptionalInt chosen =
        services
            .dialogs()
            .choose(
                new Question(
                    services.text("queue.leave.title"),
                    services.text("queue.leave.text", count),
                    List.of(
                        services.text("queue.leave.finish"), services.text("queue.leave.stop"))));
    if (chosen.isEmpty()) {
      return;
    }
    whenIdle.clear();
    whenIdle.add(leave);
    if (chosen.getAsInt() == FINISH) {
      services.notifications().info(services.text("queue.leave.waiting"));
    } else {
      unfinished().toList().reversed().forEach(this::cancel);
    }
    ended();
  }

  private void next() {
    boolean running = jobs.stream().anyMatch(job -> job.stateProperty().get() == State.RUNNING);
    if (running) {
      return;
    }
    jobs.stream()
        .filter(job -> job.stateProperty().get() == State.WAITING)
        .findFirst()
        .ifPresentOrElse(this::start, this::ended);
  }

  private void ended() {
    if (!isBusy()) {
      List<Runnable> now = List.copyOf(whenIdle);
      whenIdle.clear();
      now.forEach(Runnable::run);
    }
  }

  private void start(ExportJob job) {
    job.start();
    ExportWork work = job.work();
    // What was stopped when all had been written is there, and is said to be.
    var written = new AtomicReference<Optional<ExportWork.Result>>(Optional.empty());
    Task<ExportWork.Result> task =
        services
            .tasks()
            .start(
                job.name(),
                progress -> {
                  ExportWork.Result result = work.run(new Told(progress, job));
                  written.set(Optional.of(result));
                  return result;
                });
    job.run(task);
    task.whenEnded(
        services.ui(),
        outcome -> {
          written.get().ifPresentOrElse(result -> end(job, result), () -> end(job, outcome));
          next();
        });
  }

  /// Tells the job, too, not oftener than can be seen.
  private final class Told implements Progress {
    private static final double STEP = 0.01;

    private final Progress task;
    private final ExportJob job;
    private double last = -1;

    Told(Progress task, ExportJob job) {
      this.task = task;
      this.job = job;
    }

    @Override
    public synchronized void report(long done, long total) {
      task.report(done, total);
      double fraction = total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
      if (Math.abs(fraction - last) >= STEP) {
        last = fraction;
        services.ui().execute(() -> job.progress(fraction));
      }
    }

    @Override
    public boolean isCancelled() {
      return task.isCancelled();
    }
  }

  private void end(ExportJob job, Outcome<ExportWork.Result> outcome) {
    switch (outcome) {
      case Outcome.Success<ExportWork.Result> done -> end(job, done.value());
      case Outcome.Failure<ExportWork.Result> failed -> {
        String why =
            failed.cause() instanceof ExplainedException e
                ? services.reason(e.sentence())
                : services.text("queue.failed.because", String.valueOf(failed.cause()));
        job.end(State.FAILED, why);
        services
            .notifications()
            .error(services.text("queue.failed", job.name()) + " " + why, Optional.empty());
      }
      case Outcome.Cancelled<ExportWork.Result> cancelled -> {
        job.end(State.CANCELLED, services.text("queue.cancelled"));
        services.notifications().info(services.text("queue.stopped", job.name()));
      }
    }
  }

  private void end(ExportJob job, ExportWork.Result result) {
    if (result.failures().isEmpty()) {
      job.end(State.DONE, result.done());
      services.notifications().info(result.done());
      return;
    }
    result.rest().ifPresent(job::again);
    List<String> failures = result.failures();
    String words = String.join("\n", failures.subList(0, Math.min(NAMED, failures.size())));
    String more =
        failures.size() > NAMED
            ? "\n" + services.text("queue.failed.more", failures.size() - NAMED)
            : "";
    String done = result.done().isEmpty() ? "" : "\n" + result.done();
    job.end(State.FAILED, words + more + done);
    services
        .notifications()
        .error(services.text("queue.failed", job.name()) + " " + words + more, Optional.empty());
  }
}
