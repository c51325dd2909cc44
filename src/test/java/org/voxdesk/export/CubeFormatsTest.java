package org.voxdesk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Peers;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.sample.Phantom;
import org.voxdesk.sample.SampleStudy;
import org.voxdesk.study.Library;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.GridRequest;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.ResampledGrid;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.SliceRange;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.VolumeBuilder;
import org.voxdesk.volume.Volumes;

class CubeFormatsTest {
  private static final double RADIUS = 5;

  @TempDir private Path folder;

  private static Lps centre(Geometry geometry) {
    return geometry.lps(30.4, 25.7, 15.2);
  }

  /// A ball in an oblique, tilted or uneven stack.
  private static Cube cube(Geometry geometry) throws Exception {
    Lps centre = centre(geometry);
    Volume volume =
        Volumes.of(
            geometry, p -> -800 + 900 * Math.clamp(RADIUS - p.minus(centre).length() + 0.5, 0, 1));
    return Resampler.cube(volume, CubeRequest.at(new CubePoint.AtLps(centre)).withSize(24));
  }

  private static DataSet header() {
    return SampleStudy.file(new Phantom(), 60).dataSet();
  }

  private CubeExport export(Cube cube, CubeFormat... formats) {
    CubeSource source =
        new CubeSource("1.2.3", images())
            .withHeader(header())
            .withPatient(new PatientKey("key").code("VOXDESK-SAMPLE"));
    return CubeExport.of(cube, source, folder, "n", "1.0")
        .with(CubeExport.Options.USUAL.withFormats(EnumSet.copyOf(List.of(formats))));
  }

  private static List<String> images() {
    return IntStream.range(0, 30).mapToObj(k -> "1.2.3." + (k + 1)).toList();
  }

  private static byte[] ball(Cube cube) {
    byte[] label = new byte[cube.values().length];
    for (int at = 0; at < label.length; at++) {
      label[at] = (byte) (cube.values()[at] > -350 ? 1 : 0);
    }
    return label;
  }

  @Test
  void nibabelPutsTheCentroidWhereItIs() throws Exception {
    String script =
        """
        import nibabel, numpy, sys
        image = nibabel.load(sys.argv[1])
        data = numpy.asanyarray(image.dataobj)
        weights = (data.astype(float) + 800) * (data > -790)
        at = numpy.array([(weights * axis).sum() for axis in numpy.indices(data.shape)]) / weights.sum()
        ras = image.affine @ [*at, 1]
        assert image.header['qform_code'] == 1 and image.header['sform_code'] == 1
        assert numpy.allclose(image.get_qform(), image.get_sform(), atol=1e-3), image.get_qform()
        print(data.dtype, -ras[0], -ras[1], ras[2])
        """;
    for (Geometry geometry :
        List.of(Volumes.straight(), Volumes.oblique(), Volumes.tilted(), Volumes.uneven())) {
      Cube cube = cube(geometry);
      Exporter.write(export(cube, CubeFormat.NIFTI).overwriting(), Progress.NONE);

      String[] said =
          Peers.python("nibabel", script, folder.resolve("n.nii.gz")).strip().split(" ", -1);

      assertThat(said[0]).isEqualTo("int16");
      Lps ours = centroid(cube);
      Lps theirs =
          new Lps(
              Double.parseDouble(said[1]),
              Double.parseDouble(said[2]),
              Double.parseDouble(said[3]));
      assertThat(theirs.minus(ours).length()).isLessThan(0.01);
      assertThat(theirs.minus(centre(geometry)).length()).isLessThan(0.1);
    }
  }

  private static Lps centroid(Cube cube) {
    double mass = 0;
    Lps moment = new Lps(0, 0, 0);
    for (int at = 0; at < cube.values().length; at++) {
      if (cube.values()[at] > -790) {
        double weight = cube.values()[at] + 800;
        int z = at / 576;
        moment = moment.plus(cube.affine().lps(at % 24, at / 24 % 24, z).times(weight));
        mass += weight;
      }
    }
    return moment.times(1 / mass);
  }

  @Test
  void numpyReadsTheArchive() throws Exception {
    Cube cube = cube(Volumes.oblique());
    Exporter.write(
        export(cube, CubeFormat.NPZ, CubeFormat.NPY).withLabel(ball(cube)), Progress.NONE);
    String script =
        """
        import numpy, sys
        z = numpy.load(sys.argv[1]); cube = numpy.load(sys.argv[2])
        assert (z['cube'] == cube).all() and z['cube'].dtype == numpy.int16
        assert z['mask'].dtype == numpy.uint8 and z['label'].shape == (24, 24, 24)
        assert z['affine'].dtype == numpy.float64 and z['affine'].shape == (4, 4)
        print(int(z['mask'].sum()), int(z['label'].sum()), z['affine'][0, 3])
        """;

    String said =
        Peers.python("numpy", script, folder.resolve("n.npz"), folder.resolve("n.npy")).strip();

    int marked = 0;
    for (byte one : ball(cube)) {
      marked += one;
    }
    assertThat(said).startsWith(cube.validCount() + " " + marked + " ");
    assertThat(Double.parseDouble(said.split(" ", -1)[2]))
        .isCloseTo(cube.affine().origin().x(), Offset.offset(1e-9));
  }

  @Test
  void derivedImagesAndSegmentationsAreValid() throws Exception {
    Cube cube = cube(Volumes.oblique());
    List<Path> written =
        Exporter.write(export(cube, CubeFormat.DICOM).withLabel(ball(cube)), Progress.NONE);

    assertThat(written).hasSize(24 + 2 + 1);
    for (String name : List.of("0001.dcm", "0024.dcm", "valid_seg.dcm", "label_seg.dcm")) {
      assertThat(Peers.dciodvfyErrors(folder.resolve("n_dicom").resolve(name))).as(name).isEmpty();
    }
  }

  @Test
  void paddingIsNamedOnlyWhereItHidesNothing() throws Exception {
    Volume air = Volumes.of(Volumes.straight(), p -> -1000);
    Volume tissue = Volumes.of(Volumes.straight(), p -> 40);
    Cube padded = Resampler.cube(tissue, corner(tissue));
    assertThat(padded.validCount()).isLessThan(24 * 24 * 24);

    Optional<DataElement> element = paddingOf(padded);

    assertThat(element).isPresent();
    assertThat(element.get().vr()).isEqualTo(Vr.SS);
    assertThat(image().integer(Tag.PIXEL_PADDING_VALUE)).hasValue(-1000);
    assertThat(Peers.dciodvfyErrors(folder.resolve("n_dicom/0001.dcm"))).isEmpty();
    assertThat(paddingOf(Resampler.cube(air, corner(air)))).as("true air is -1000").isEmpty();
    assertThat(paddingOf(cube(Volumes.oblique()))).as("nothing is padded").isEmpty();
  }

  private static CubeRequest corner(Volume volume) {
    return CubeRequest.at(new CubePoint.AtLps(volume.geometry().position(0))).withSize(24);
  }

  private Optional<DataElement> paddingOf(Cube cube) throws Exception {
    Exporter.write(export(cube, CubeFormat.DICOM).overwriting(), Progress.NONE);
    return image().get(Tag.PIXEL_PADDING_VALUE);
  }

  private DataSet image() throws Exception {
    return DicomReader.read(folder.resolve("n_dicom/0001.dcm")).dataSet();
  }

  @Test
  void imagesOfAnUnknownBodyPartAreValid() throws Exception {
    Cube cube = cube(Volumes.oblique());
    CubeExport export = export(cube, CubeFormat.DICOM);
    CubeSource source = export.source().withHeader(header().without(Tag.BODY_PART_EXAMINED));
    Exporter.write(
        CubeExport.of(cube, source, folder, "n", "1.0").with(export.options()), Progress.NONE);

    assertThat(Peers.dciodvfyErrors(folder.resolve("n_dicom/0001.dcm"))).isEmpty();
  }

  @Test
  void sexAndDatesGoAlongOnlyWithTheName() throws Exception {
    Cube cube = cube(Volumes.oblique());
    CubeExport export = export(cube, CubeFormat.DICOM);
    DataSet header =
        header()
            .with(Tag.PATIENT_SEX, Vr.CS, "F")
            .with(Tag.STUDY_DATE, Vr.DA, "20240506")
            .with(Tag.STUDY_TIME, Vr.TM, "0708");
    CubeExport pseudonymous =
        CubeExport.of(cube, export.source().withHeader(header), folder, "n", "1.0")
            .with(export.options().withOverwrite(true));
    Exporter.write(pseudonymous, Progress.NONE);
    DataSet mask = DicomReader.read(folder.resolve("n_dicom/valid_seg.dcm")).dataSet();
    assertThat(image().text(Tag.PATIENT_SEX).orElse("")).isEmpty();
    assertThat(mask.text(Tag.PATIENT_SEX).orElse("")).isEmpty();
    assertThat(mask.text(Tag.CONTENT_DATE)).hasValue("19700101");

    Exporter.write(
        pseudonymous.with(pseudonymous.options().withIdentifiers(Identifiers.FULL)), Progress.NONE);
    mask = DicomReader.read(folder.resolve("n_dicom/valid_seg.dcm")).dataSet();
    assertThat(image().text(Tag.PATIENT_SEX)).hasValue("F");
    assertThat(mask.text(Tag.CONTENT_DATE)).hasValue("20240506");
    assertThat(Peers.dciodvfyErrors(folder.resolve("n_dicom/valid_seg.dcm"))).isEmpty();
  }

  @Test
  void derivedImagesMakeTheSameVolumeAgainAndNameNoPatient() throws Exception {
    Cube cube = cube(Volumes.tilted());
    Exporter.write(export(cube, CubeFormat.DICOM), Progress.NONE);
    Path made = folder.resolve("n_dicom");
    Files.delete(made.resolve("valid_seg.dcm"));

    Library library = Library.scan(List.of(made), Progress.NONE, Parallel.SEQUENTIAL);
    SliceStack stack = SliceStack.of(library.series().getFirst());
    Volume volume = VolumeBuilder.build(stack, Progress.NONE, Parallel.SEQUENTIAL);

    for (int z = 0; z < 24; z++) {
      assertThat(volume.slice(z))
          .isEqualTo(Arrays.copyOfRange(cube.values(), z * 576, (z + 1) * 576));
      Lps place = volume.geometry().lps(3, 4, z);
      assertThat(place.minus(cube.affine().lps(3, 4, z)).length()).isLessThan(1e-6);
    }
    DataSet first = stack.slices().getFirst().dataSet();
    assertThat(first.text(Tag.PATIENT_NAME)).hasValue(new PatientKey("key").code("VOXDESK-SAMPLE"));
    assertThat(first.text(Tag.STUDY_DATE).orElse("")).isEmpty();
    assertThat(first.text(Tag.STUDY_INSTANCE_UID)).isEqualTo(header().text(Tag.STUDY_INSTANCE_UID));
    // From 12 voxels under the ball, 15.2 slices up at 2.5 mm: between slices 10 and 11.
    assertThat(said(first, new Tag(0x00082112))).containsExactly("1.2.3.11", "1.2.3.12");
    DataSet series = first.items(new Tag(0x00081115)).getFirst();
    assertThat(series.text(Tag.SERIES_INSTANCE_UID)).hasValue("1.2.3");
    assertThat(said(series, new Tag(0x0008114A))).containsExactly("1.2.3.11", "1.2.3.12");
  }

  private static List<String> said(DataSet dataSet, Tag sequence) {
    return dataSet.items(sequence).stream()
        .map(item -> item.text(new Tag(0x00081155)).orElseThrow())
        .toList();
  }

  @Test
  void segmentationHasTheMarkedVoxels() throws Exception {
    Cube cube = cube(Volumes.oblique());
    byte[] label = ball(cube);
    Exporter.write(export(cube, CubeFormat.DICOM).withLabel(label), Progress.NONE);
    String script =
        """
        import pydicom, sys
        d = pydicom.dcmread(sys.argv[1])
        print(int(d.pixel_array.sum()), d.NumberOfFrames)
        """;

    String said = Peers.pydicom(script, folder.resolve("n_dicom/label_seg.dcm")).strip();

    int marked = 0;
    for (byte one : label) {
      marked += one;
    }
    assertThat(said).startsWith(marked + " ");
  }

  @Test
  void everyPhysicalCubeHasItsMaskBesideIt() throws Exception {
    Volume volume = Volumes.of(Volumes.straight(), p -> -1000);
    Lps corner = volume.geometry().position(0);
    Cube cube = Resampler.cube(volume, CubeRequest.at(new CubePoint.AtLps(corner)).withSize(24));
    assertThat(cube.validCount()).isBetween(1, 24 * 24 * 24 - 1);
    CubeExport export =
        export(cube, CubeFormat.NPY, CubeFormat.NIFTI, CubeFormat.NRRD).withLabel(ball(cube));
    Exporter.write(export, Progress.NONE);

    JsonNode json = new ObjectMapper().readTree(folder.resolve("n.json").toFile());
    for (String kind : List.of("mask", "label")) {
      for (String ending : List.of(".npy", ".nii.gz", ".nrrd")) {
        String name = "n_" + kind + ending;
        assertThat(json.get("files_sha256").path(name).asText())
            .isEqualTo(Sha256.hex(Files.readAllBytes(folder.resolve(name))));
      }
    }
    assertThat(json.get("mask").asText()).isEqualTo("1 inside the scan, 0 where padded");
    byte[] npy = Files.readAllBytes(folder.resolve("n_mask.npy"));
    assertThat(Arrays.copyOfRange(npy, npy.length - cube.mask().length, npy.length))
        .isEqualTo(cube.mask());
    assertThat(nrrd(folder.resolve("n_mask.nrrd"), "type: uint8")).isEqualTo(cube.mask());
    String script =
        """
        import nibabel, numpy, sys
        cube, mask = (nibabel.load(f) for f in sys.argv[1:3])
        npy = numpy.load(sys.argv[3])
        inside = numpy.asanyarray(mask.dataobj)
        assert (mask.affine == cube.affine).all() and inside.dtype == numpy.uint8
        assert (inside.T == npy).all() and npy.dtype == numpy.uint8
        print(int(npy.sum()))
        """;
    String said =
        Peers.python(
            "nibabel",
            script,
            folder.resolve("n.nii.gz"),
            folder.resolve("n_mask.nii.gz"),
            folder.resolve("n_mask.npy"));
    assertThat(said.strip()).isEqualTo(Integer.toString(cube.validCount()));
  }

  private static byte[] nrrd(Path path, String line) throws Exception {
    byte[] file = Files.readAllBytes(path);
    String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("NRRD0004\n").contains("\n" + line + "\n");
    int data = text.indexOf("\n\n") + 2;
    try (var unzipped =
        new java.util.zip.GZIPInputStream(
            new java.io.ByteArrayInputStream(file, data, file.length - data))) {
      return unzipped.readAllBytes();
    }
  }

  @Test
  void nrrdSaysWhereItLies() throws Exception {
    Cube cube = cube(Volumes.oblique());
    Exporter.write(export(cube, CubeFormat.NRRD), Progress.NONE);

    assertThat(nrrd(folder.resolve("n.nrrd"), "space: left-posterior-superior"))
        .isEqualTo(Npy.data(cube.values()));
  }

  @Test
  void picturesAreWrittenOneBySlice() throws Exception {
    Exporter.write(export(cube(Volumes.oblique()), CubeFormat.PNG), Progress.NONE);

    try (Stream<Path> files = Files.list(folder.resolve("n_png"))) {
      assertThat(files.map(f -> f.getFileName().toString()).sorted())
          .hasSize(24)
          .startsWith("img_0000_i.png")
          .endsWith("img_0023_i.png");
    }
  }

  @Test
  void sidecarSumsAllFilesAndNamesThePatientWhenAsked() throws Exception {
    CubeExport export = export(cube(Volumes.oblique()), CubeFormat.NPY, CubeFormat.MOSAIC);
    Exporter.write(export, Progress.NONE);
    JsonNode json = new ObjectMapper().readTree(folder.resolve("n.json").toFile());

    assertThat(json.get("files_sha256").get("n.npy").asText())
        .isEqualTo(Sha256.hex(Files.readAllBytes(folder.resolve("n.npy"))));
    assertThat(json.get("identifiers").asText()).isEqualTo("pseudonymous");
    assertThat(json.toString()).doesNotContain("Sample").doesNotContain("VOXDESK-SAMPLE");

    CubeExport full =
        export.with(export.options().withIdentifiers(Identifiers.FULL).withOverwrite(true));
    Exporter.write(full, Progress.NONE);
    assertThat(Files.readString(folder.resolve("n.json"))).contains("VOXDESK-SAMPLE");
  }

  @Test
  void theSameCubeGivesTheSameBytes() throws Exception {
    CubeExport export = export(cube(Volumes.oblique()), CubeFormat.values());
    for (Path file : Exporter.write(export, Progress.NONE)) {
      byte[] first = Files.readAllBytes(file);
      Files.delete(file);
      Exporter.write(export.overwriting(), Progress.NONE);
      assertThat(Files.readAllBytes(file)).as(file.toString()).isEqualTo(first);
      if (file.toString().endsWith("0001.dcm")) {
        break;
      }
    }
  }

  @Test
  void dicomOfASourceThatIsNoneIsRefused() throws Exception {
    CubeExport export =
        CubeExport.of(cube(Volumes.oblique()), new CubeSource("1.2", List.of()), folder, "n", "1.0")
            .with(CubeExport.Options.USUAL.withFormats(EnumSet.of(CubeFormat.DICOM)));

    assertThatThrownBy(() -> Exporter.write(export, Progress.NONE))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("no DICOM");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aWholeSeriesIsWrittenAsNiftiAndDicom() throws Exception {
    Volume volume = Volumes.of(Volumes.tilted(), p -> p.x() + 2 * p.y() - p.z());
    CubeExport.Options options = CubeExport.Options.USUAL;
    GridRequest request = GridRequest.of(ResampleMode.PHYSICAL, 1.5);
    ResampledGrid grid = Resampler.grid(volume, request);
    CubeSource source = new CubeSource("1.2.3", images()).withHeader(header());
    Path dicom = folder.resolve("dicom");
    short[] slice = new short[grid.geometry().columns() * grid.geometry().rows()];
    byte[] mask = new byte[slice.length];
    grid.slice(7, slice, mask);

    SeriesFiles.nifti(grid, request, source, options, "1.0", folder, Progress.NONE);
    List<Path> images =
        SeriesFiles.dicom(
            grid, request, source, options, "1.0", dicom, Progress.NONE, Parallel.SEQUENTIAL);

    assertThat(images).hasSize(grid.geometry().slices());
    DicomFile read = DicomReader.read(images.get(7));
    assertThat(read.problems()).isEmpty();
    assertThat(read.dataSet().get(Tag.PIXEL_DATA).orElseThrow().bytes()).isEqualTo(Npy.data(slice));
    Lps place = grid.geometry().position(7);
    SliceRange from = grid.sources(7);
    assertThat(said(read.dataSet(), new Tag(0x00082112)))
        .isEqualTo(images().subList(from.first(), from.end()))
        .hasSize(2);
    assertThat(volume.geometry().index(place).k()).isBetween(from.first() + 0.0, from.end() - 1.0);
    for (String name : List.of("0008.dcm", "valid_seg.dcm")) {
      assertThat(Peers.dciodvfyErrors(dicom.resolve(name))).as(name).isEmpty();
    }
    assertSidecar(folder, grid, List.of("volume.nii.gz", "volume_mask.nii.gz"));
    List<String> names = Stream.of(dicom.toFile().list()).filter(n -> n.endsWith("m")).toList();
    assertThat(names).hasSize(grid.geometry().slices() + 1);
    assertSidecar(dicom, grid, names);

    String script =
        """
        import nibabel, numpy, pydicom, sys
        image = nibabel.load(sys.argv[1])
        mask = nibabel.load(sys.argv[2])
        seg = pydicom.dcmread(sys.argv[3])
        inside = numpy.asanyarray(mask.dataobj)
        frames = seg.pixel_array
        full = [k for k in range(inside.shape[2]) if inside[:, :, k].any()]
        assert len(frames) == len(full) and mask.get_data_dtype() == numpy.uint8
        assert all((frames[n].T == inside[:, :, k]).all() for n, k in enumerate(full))
        assert (mask.affine == image.affine).all()
        print(image.shape, int(image.dataobj[3, 4, 7]), int(inside[:, :, 7].sum()))
        """;
    String said =
        Peers.python(
                "nibabel, pydicom",
                script,
                folder.resolve("volume.nii.gz"),
                folder.resolve("volume_mask.nii.gz"),
                dicom.resolve("valid_seg.dcm"))
            .strip();
    int inside = 0;
    for (byte one : mask) {
      inside += one;
    }
    assertThat(inside).isBetween(1, mask.length - 1);
    Geometry geometry = grid.geometry();
    assertThat(said)
        .isEqualTo(
            "("
                + geometry.columns()
                + ", "
                + geometry.rows()
                + ", "
                + geometry.slices()
                + ") "
                + slice[4 * geometry.columns() + 3]
                + " "
                + inside);
  }

  private static void assertSidecar(Path folder, ResampledGrid grid, List<String> files)
      throws Exception {
    JsonNode json = new ObjectMapper().readTree(folder.resolve("volume.json").toFile());
    assertThat(json.get("shape").get(0).asInt()).isEqualTo(grid.geometry().slices());
    assertThat(json.get("source").get("sop_instance_uids")).hasSize(30);
    assertThat(json.get("files_sha256").size()).isEqualTo(files.size());
    for (String name : files) {
      assertThat(json.get("files_sha256").get(name).asText())
          .isEqualTo(Sha256.hex(Files.readAllBytes(folder.resolve(name))));
    }
  }

  @Test
  void slicesOfAnotherSeriesAreNotMixedIn() throws Exception {
    Volume volume = Volumes.of(Volumes.tilted(), Lps::x);
    CubeSource source = new CubeSource("1.2.3", images()).withHeader(header());
    CubeExport.Options options = CubeExport.Options.USUAL.withOverwrite(true);
    dicom(volume, 2, source, options);

    assertThatThrownBy(() -> dicom(volume, 4, source, options))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("belongs to another volume");
  }

  private void dicom(Volume volume, double mm, CubeSource source, CubeExport.Options options)
      throws Exception {
    GridRequest request = GridRequest.of(ResampleMode.PHYSICAL, mm);
    SeriesFiles.dicom(
        Resampler.grid(volume, request),
        request,
        source,
        options,
        "1.0",
        folder,
        Progress.NONE,
        Parallel.SEQUENTIAL);
  }

  @Test
  void aSmallerCubeLeavesNothingOfALargerOne() throws Exception {
    Cube cube = cube(Volumes.oblique());
    Exporter.write(export(cube, CubeFormat.DICOM, CubeFormat.NPY), Progress.NONE);
    Path mine = Files.writeString(folder.resolve("n_dicom/0021.dcm"), "mine now");
    Lps centre = cube.placement().lps();
    Volume volume = Volumes.of(Volumes.oblique(), Lps::x);
    Cube small = Resampler.cube(volume, CubeRequest.at(new CubePoint.AtLps(centre)).withSize(16));

    Exporter.write(export(small, CubeFormat.DICOM).overwriting(), Progress.NONE);

    assertThat(folder.resolve("n_dicom").toFile().list()).hasSize(16 + 1 + 1);
    assertThat(mine).hasContent("mine now");
    assertThat(folder.resolve("n.npy")).doesNotExist();

    Files.delete(mine);
    Exporter.write(export(small, CubeFormat.NPY).overwriting(), Progress.NONE);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("n.npy", "n_mask.npy", "n.json");
  }
}
