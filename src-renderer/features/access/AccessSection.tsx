/** Settings, people and PINs: the owner says who signs in; everybody else changes their own PIN. */
import { useAccess, useRole } from '../../api/access.tsx';
import { OwnPin } from './OwnPin.tsx';
import { PeopleParts } from './PeopleParts.tsx';
import { StartWithPins } from './StartWithPins.tsx';

export function AccessSection() {
  const { isOn } = useAccess();
  const role = useRole();
  if (!isOn) return <StartWithPins />;
  // Owners give PINs to everybody, themselves included.
  return role === 'owner' ? <PeopleParts /> : <OwnPin />;
}
