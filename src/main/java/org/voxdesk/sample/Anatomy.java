package org.voxdesk.sample;

import java.util.List;

/// All parts of the patient, painted one over the other.
final class Anatomy {
  private static final int FAT = -100;
  private static final int CORTEX = 720;
  private static final int MARROW = 190;
  private static final double CORTEX_MM = 1.1;

  private final Texture texture;
  private final Chest chest = new Chest();
  private final Body body;
  private final Abdomen abdomen;
  private final Lungs lungs;
  private final Heart heart;
  private final Mediastinum mediastinum;
  private final LungTrees trees;
  private final Spine spine = new Spine();
  private final Ribs ribs = new Ribs(chest);
  private final Shoulders shoulders = new Shoulders(chest);

  private final List<Nodule> nodules;

  Anatomy(long seed, List<Nodule> nodules) {
    this.nodules = nodules;
    texture = new Texture(seed);
    body = new Body(chest, texture);
    abdomen = new Abdomen(chest, texture);
    lungs = new Lungs(chest, texture);
    heart = new Heart(texture);
    mediastinum = new Mediastinum(texture);
    trees = new LungTrees(lungs, heart, mediastinum, seed);
  }

  void paint(Canvas canvas) {
    double z = canvas.z;
    Table.paint(canvas);
    canvas.hidden.fill(chest.cavity(z, 0));
    body.paint(canvas);
    shoulders.paintMuscle(canvas);
    canvas.hidden.fill(new double[0]);
    canvas.mask.fill(chest.cavity(z, 0));
    canvas.paint(canvas.mask, (depth, x, y) -> FAT + 12 * texture.at(x / 5, y / 5, z / 5));
    abdomen.paint(canvas);
    lungs.paint(canvas);
    spine.paintDiscs(canvas);
    mediastinum.paintFat(canvas);
    heart.paint(canvas);
    trees.paintBlood(canvas);
    mediastinum.paint(canvas);
    trees.paintAir(canvas);
    bones(canvas);
    Nodules.paint(canvas, nodules);
  }

  private void bones(Canvas canvas) {
    double z = canvas.z;
    ribs.paintCartilage(canvas);
    ribs.draw(canvas);
    spine.draw(canvas);
    Sternum.draw(canvas);
    shoulders.draw(canvas);
    canvas.paintSolids((depth, x, y) -> bone(depth, texture.at(x / 1.6, y / 1.6, z / 2)));
    spine.paintCanal(canvas);
  }

  private static double bone(double depth, double grain) {
    double shell = Math.max(0, Math.min(1, (CORTEX_MM + 0.6 - depth) / 1.2));
    return MARROW + 70 * grain + shell * (CORTEX - MARROW);
  }
}
