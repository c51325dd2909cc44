package org.voxdesk.dataset;

import java.util.List;
import org.voxdesk.text.Sentence;

/// What became of a run.
///
/// @param written cubes that were made, repaired ones among them
/// @param repaired cubes that were there, but not whole
/// @param kept cubes that were there and whole
/// @param failures cubes and series that could not be made, with the reason
/// @param remarks what else is to be told, such as nodules marked twice
public record DatasetResult(
    int written, int repaired, int kept, List<Sentence> failures, List<Sentence> remarks) {
  public DatasetResult {
    failures = List.copyOf(failures);
    remarks = List.copyOf(remarks);
  }
}
