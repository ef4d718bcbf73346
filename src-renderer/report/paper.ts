/** Paper in px of the page. */
import { PAPER_MM, type Paper } from '../../src-shared/contract/reportContract.ts';

const SIDE_MARGIN_MM = 20;
export const PX_PER_MM = 96 / 25.4;

export const paperWidthPx = (paper: Paper): number => PAPER_MM[paper].width * PX_PER_MM;

export const contentWidthPx = (paper: Paper): number =>
  Math.floor((PAPER_MM[paper].width - 2 * SIDE_MARGIN_MM) * PX_PER_MM);
