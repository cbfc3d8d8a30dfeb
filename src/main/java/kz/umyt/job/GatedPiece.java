package kz.umyt.job;

/** A step that begins no bit while the servers it would burden are busy. */
record GatedPiece(Piece piece, LoadGate gate) implements Piece {

  @Override
  public String name() {
    return piece.name();
  }

  @Override
  public boolean advance() {
    // The next bit is never begun where the run shall stop.
    return !gate.admits() || piece.advance();
  }

  @Override
  public void close() {
    piece.close();
  }
}
