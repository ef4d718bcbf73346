/** Whether this desk works with quantities, discounts and days: a habit of this computer, kept in the window's storage. */
import { useState } from 'react';

const KEY = 'revino.deskDetails';

export const useDetails = (): [isDetailed: boolean, toggle: () => void] => {
  const [isDetailed, setIsDetailed] = useState(() => localStorage.getItem(KEY) === 'yes');
  const toggle = () =>
    setIsDetailed((known) => {
      localStorage.setItem(KEY, known ? 'no' : 'yes');
      return !known;
    });
  return [isDetailed, toggle];
};
