package org.voxdesk.app.viewer;

/// Whether the keys of the window go to a picture, which the view knows.
interface PictureKeys {
  /// Those of a viewer without a view: always the picture's.
  PictureKeys ALWAYS =
      new PictureKeys() {
        @Override
        public boolean areWithPicture() {
          return true;
        }

        @Override
        public void toPicture() {}
      };

  /// Whether they go to a picture.
  boolean areWithPicture();

  /// Gives them to the active pane's.
  void toPicture();
}
