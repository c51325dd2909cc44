package org.voxdesk.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.voxdesk.annotation.Annotation;
import org.voxdesk.annotation.Annotations;
import org.voxdesk.annotation.LidcNodules;
import org.voxdesk.export.CubeExport;
import org.voxdesk.export.CubeSource;
import org.voxdesk.export.Exporter;
import org.voxdesk.export.PatientKey;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.ResampledGrid;
import org.voxdesk.volume.VolumeBuilder;

/// The cubes of one series.
final class SeriesCubes {
  private final DatasetRequest request;
  private final CubeSource source;
  private final LidcNodules lidc;
  private final String seriesUid;

  SeriesCubes(DatasetRequest request, Series series, SliceStack stack) {
    this.request = request;
    this.seriesUid = series.uid();
    this.source = StackSource.of(stack, new PatientKey(request.key()));
    this.lidc = new LidcNodules(VolumeBuilder.geometry(stack), source.sopInstanceUids());
  }

  List<Annotation> nodules(Annotations annotations) {
    return annotations.in(seriesUid, lidc);
  }

  void write(ResampledGrid grid, String name, Annotation nodule, String fingerprint)
      throws ExplainedException {
    Cube cube = grid.cube(request.cube().withPoint(new CubePoint.AtLps(nodule.centre())));
    CubeExport export =
        CubeExport.of(cube, source, request.cubes(), name, request.version())
            .with(request.options().withOverwrite(true))
            .withAnnotation(described(nodule, fingerprint));
    if (!nodule.contours().isEmpty()) {
      export = export.withLabel(grid.mask(lidc.mask(nodule), cube));
    }
    Exporter.write(export, Progress.NONE);
  }

  private static ObjectNode described(Annotation nodule, String fingerprint) {
    ObjectNode node = NoduleDescription.of(nodule);
    node.put("parameters_sha256", fingerprint);
    return node;
  }
}
