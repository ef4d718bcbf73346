/** Days on which the shop is closed: told where something is put on one, never refused. */
import { isOpenOn } from '../../src-shared/domain/openingDays.ts';
import { useAnswer } from '../api/procedures.ts';

/** Nothing is called closed before the opening days are known. */
export const useClosedDays = (): ((isoDate: string) => boolean) => {
  const opening = useAnswer('openingDays.read', {}).data;
  return (isoDate) => opening !== undefined && !isOpenOn(isoDate, opening);
};
