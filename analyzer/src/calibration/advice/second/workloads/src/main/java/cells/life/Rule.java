package cells.life;

/** Whether a cell lives on. */
public interface Rule {
  boolean lives(boolean alive, int neighbours);

  Rule CONWAY = (alive, neighbours) -> neighbours == 3 || alive && neighbours == 2;
}
