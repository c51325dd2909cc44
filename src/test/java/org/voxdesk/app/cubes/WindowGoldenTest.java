package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.TestData;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.TestServices;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.cubes.CoordinateEntry.Space;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.ResampleMode;

/// The whole way through the window's models on a real scan, against the recipe's own picture.
final class WindowGoldenTest {
  @TempDir Path folder;

  @Test
  void aNoduleTypedInGridVoxelsIsExportedAsTheRecipesMosaic() throws IOException {
    Path scan = TestData.data("ct/LIDC-IDRI-0003");
    Path golden = TestData.golden("cubes/LIDC-IDRI-0003/nodule2/mosaic_8x8.png");
    AnsweringDialogs dialogs = new AnsweringDialogs();
    dialogs.folder = Optional.of(folder.resolve("out"));
    Services services = TestServices.synchronous(folder, dialogs);
    AppModel app = new AppModel(services);
    CubesViewModel model = new CubesViewModel(app, point -> {});
    CubeExports files = new CubeExports(app, model);
    app.session().open(List.of(scan));
    model.settings().modeProperty().set(ResampleMode.CLASSIC);
    model.entry().spaceProperty().set(Space.GRID);
    model.entry().typed().get(0).set("252");
    model.entry().typed().get(1).set("162");
    model.entry().typed().get(2).set("207");
    assertThat(model.entry().add()).isTrue();
    services.commands().run(Command.EXPORT_CUBE);
    Path written = files.folderProperty().get().orElseThrow();
    String name =
        new CubeWork.One(
                model.pictureProperty().get().orElseThrow().nodule(), new CubePoint.AtGrid(0, 0, 0))
            .name();
    assertThat(pixels(written.resolve(name + "_mosaic.png"))).isEqualTo(pixels(golden));
  }

  private static int[] pixels(Path png) throws IOException {
    BufferedImage image = ImageIO.read(png.toFile());
    int width = image.getWidth();
    return image.getRaster().getSamples(0, 0, width, image.getHeight(), 0, (int[]) null);
  }
}
