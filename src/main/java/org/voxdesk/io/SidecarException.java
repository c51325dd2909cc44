package org.voxdesk.io;

/// A sidecar that cannot be used.
public final class SidecarException extends Exception {
  private static final long serialVersionUID = 1L;
  private final boolean newer;

  private SidecarException(String reason, boolean newer) {
    super(reason);
    this.newer = newer;
  }

  /// One that is not what it should be.
  public static SidecarException damaged(String reason) {
    return new SidecarException(reason, false);
  }

  /// One whose form is newer than this program.
  public static SidecarException newer() {
    return new SidecarException("newer", true);
  }

  /// Whether a newer program can use it.
  public boolean isNewer() {
    return newer;
  }
}
