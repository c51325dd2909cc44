package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.voxdesk.Peers;
import org.voxdesk.export.Sha256;

/// `voxdesk stack` cuts what the recipe's functions cut from the same pictures.
class StackCommandTest extends CommandLineCase {
  /// Writes pictures, and the recipe's cube around 20, 18, 15 with its mosaic, into a folder.
  private static final String RECIPE =
      """
      import sys, os, glob
      try:
          import cv2, numpy as np
      except ImportError:
          print('no opencv'); sys.exit(0)
      out = sys.argv[1]
      rng = np.random.default_rng(7)
      for k in range(40):
          cv2.imwrite('%s/img_%04d_i.png' % (out, k), rng.integers(0, 256, (36, 44), dtype=np.uint8))
          cv2.imwrite('%s/img_%04d_m.png' % (out, k), np.zeros((36, 44), np.uint8))
      names = sorted(glob.glob(out + '/*_i.png'))
      img = np.vstack([cv2.imread(n, cv2.IMREAD_GRAYSCALE)[None] for n in names])
      x, y, z = (int(max(c - 8, 0)) for c in (20, 18, 15))
      cube = img[z:z + 16, y:y + 16, x:x + 16]
      mosaic = np.zeros((64, 64), np.uint8)
      for r in range(4):
          for c in range(4):
              mosaic[r * 16:r * 16 + 16, c * 16:c * 16 + 16] = cube[r * 4 + c]
      mosaic.tofile(out + '/mosaic.raw')
      cube.astype('<i2').tofile(out + '/cube.raw')
      print('done')
      """;

  @Test
  void theCubeIsTheRecipes() throws Exception {
    Path pictures = Files.createDirectory(temporary.resolve("png"));
    Assumptions.assumeTrue(Peers.pydicom(RECIPE, pictures).strip().equals("done"));
    Path into = temporary.resolve("out");
    assertThat(
            run(
                "stack",
                pictures.toString(),
                "--include",
                "*.png",
                "--exclude",
                "*_m.png",
                "--at",
                "20,18,15",
                "--size",
                "16",
                "--out",
                into.toString()))
        .as(errors.toString())
        .isZero();
    byte[] npy = Files.readAllBytes(into.resolve("cube.npy"));
    byte[] expected = Files.readAllBytes(pictures.resolve("cube.raw"));
    assertThat(Arrays.copyOfRange(npy, npy.length - expected.length, npy.length))
        .isEqualTo(expected);
    var mosaic = javax.imageio.ImageIO.read(into.resolve("cube_mosaic.png").toFile());
    byte[] raw = Files.readAllBytes(pictures.resolve("mosaic.raw"));
    for (int i = 0; i < raw.length; i++) {
      assertThat(mosaic.getRaster().getSample(i % 64, i / 64, 0)).isEqualTo(raw[i] & 0xFF);
    }
    assertThat(Files.readString(into.resolve("cube.json"))).contains("\"unit\" : \"grey\"");
  }

  @Test
  void theCubeIsWrittenInTheFormatsThatWereAskedFor() throws Exception {
    Path pictures = Files.createDirectory(temporary.resolve("png"));
    var image =
        new java.awt.image.BufferedImage(20, 20, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
    for (int k = 0; k < 20; k++) {
      image.getRaster().setSample(10, 9, 0, 10 * k);
      Path file = pictures.resolve("img_%02d.png".formatted(k));
      assertThat(javax.imageio.ImageIO.write(image, "png", file.toFile())).isTrue();
    }
    String[] command = {
      "stack",
      pictures.toString(),
      "--at",
      "10,9,8",
      "--size",
      "16",
      "--window",
      "0,100",
      "--formats",
      "png,npz,nifti,nrrd",
      "--out",
      to()
    };

    assertThat(run(command)).as(errors.toString()).isZero();

    Path into = temporary.resolve("out");
    assertThat(into.toFile().list())
        .containsExactlyInAnyOrder("cube_png", "cube.npz", "cube.nii.gz", "cube.nrrd", "cube.json");
    var slice = javax.imageio.ImageIO.read(into.resolve("cube_png/img_0008_i.png").toFile());
    assertThat(slice.getRaster().getSample(8, 8, 0)).isEqualTo((int) Math.rint(0.8 * 255));
    String[] dicom = {
      "stack",
      pictures.toString(),
      "--at",
      "10,9,8",
      "--size",
      "16",
      "--formats",
      "dicom",
      "--out",
      to() + "2"
    };
    assertThat(run(dicom)).isEqualTo(1);
    assertThat(errors.toString()).contains("its source is no DICOM");
  }

  @Test
  void aMovedCubeIsSaidToBeAndItsSidecarNamesThePictures() throws Exception {
    Path pictures = Files.createDirectory(temporary.resolve("png"));
    var image =
        new java.awt.image.BufferedImage(20, 20, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
    for (int k = 0; k < 20; k++) {
      Path file = pictures.resolve("img_%02d.png".formatted(k));
      assertThat(javax.imageio.ImageIO.write(image, "png", file.toFile())).isTrue();
    }
    assertThat(
            run(
                "stack",
                pictures.toString(),
                "--at",
                "10,9,3",
                "--size",
                "16",
                "--formats",
                "npz,nifti,nrrd",
                "--out",
                to()))
        .as(errors.toString())
        .isZero();

    assertThat(out.toString()).startsWith("moved by 0 0 5 voxels");
    JsonNode json = new ObjectMapper().readTree(temporary.resolve("out/cube.json").toFile());
    assertThat(json.get("interpolation").asText()).isEqualTo("none");
    assertThat(json.get("mode").asText()).isEqualTo("pictures");
    assertThat(json.get("point").toString())
        .isEqualTo("{\"picture_voxel_xyz\":[10.0,9.0,3.0],\"cube_voxel_xyz\":[8.0,8.0,3.0]}");
    assertThat(json.get("start_in_pictures_xyz").toString()).isEqualTo("[2.0,1.0,0.0]");
    assertThat(json.get("source").properties()).hasSize(1);
    JsonNode first = json.get("source").get("pictures").get(0);
    assertThat(json.get("source").get("pictures")).hasSize(20);
    assertThat(first.get("name").asText()).isEqualTo("img_00.png");
    assertThat(first.get("sha256").asText())
        .isEqualTo(Sha256.hex(Files.readAllBytes(pictures.resolve("img_00.png"))));
    assertThat(json.toString()).doesNotContain("2.25.").doesNotContain("lps").doesNotContain("mm");
    String script =
        """
        import nibabel, numpy, sys
        n = nibabel.load(sys.argv[1]); z = numpy.load(sys.argv[2])
        h = n.header
        assert h['sform_code'] == 0 and h['qform_code'] == 0 and h.get_xyzt_units()[0] == 'unknown'
        print(z['affine'][:3, 3].tolist(), h.get_zooms() == (1, 1, 1))
        """;
    String said =
        Peers.python(
            "nibabel",
            script,
            temporary.resolve("out/cube.nii.gz"),
            temporary.resolve("out/cube.npz"));
    assertThat(said.strip()).isEqualTo("[2.0, 1.0, 0.0] True");
    assertThat(Files.readString(temporary.resolve("out/cube.nrrd"), StandardCharsets.ISO_8859_1))
        .contains("space dimension: 3\n")
        .doesNotContain("left-posterior");
  }

  @Test
  void whatIsNoFolderIsSaidToBeNone() throws Exception {
    Path file = Files.createFile(temporary.resolve("picture.png"));
    assertThat(run("stack", temporary + "/none", "--at", "1,1,1", "--out", to())).isEqualTo(1);
    assertThat(errors.toString()).contains("none does not exist");
    assertThat(run("stack", file.toString(), "--at", "1,1,1", "--out", to())).isEqualTo(1);
    assertThat(errors.toString()).contains("is a file, not a folder of pictures");
  }

  @Test
  void aFolderWithoutPicturesIsRefusedInOneSentence() {
    assertThat(run("stack", series.toString(), "--at", "1,1,1", "--out", temporary.toString()))
        .isEqualTo(1);
    assertThat(errors.toString()).contains("no picture in " + series + " fits *.png");
  }
}
