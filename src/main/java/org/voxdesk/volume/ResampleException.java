package org.voxdesk.volume;

/// A cube or volume that cannot be made; the message is one sentence for the user.
public final class ResampleException extends Exception {
  private static final long serialVersionUID = 1;

  public ResampleException(String message) {
    super(message);
  }
}
