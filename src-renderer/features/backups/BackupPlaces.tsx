/** The folders that get a backup, each with its last good one or with what is in the way, said calmly. */
import type { BackupPlaceState } from '../../../src-shared/contract/backupContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote, errorText } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './backups.module.css';
import { dateOf } from './backupTexts.ts';

export function BackupPlaces({
  places,
  onChanged,
}: {
  places: readonly BackupPlaceState[];
  onChanged(): void;
}) {
  const words = useWords();
  const notices = useNotices();
  const add = useCommand('backup.addPlace');
  const open = useCommand('backup.openPlace');
  const remove = useCommand('backup.removePlace');
  const removePlace = ({ placeId, folder }: BackupPlaceState) =>
    remove.mutate(
      { placeId },
      {
        onSuccess: () => {
          notices.say({ text: words.t('backups.place.removed', { folder }) });
          onChanged();
        },
      },
    );
  const error = add.error ?? open.error ?? remove.error;
  return (
    <SettingsPart title={words.t('backups.places')} text={words.t('backups.places.text')}>
      <ul className={styles.places}>
        {places.map((place) => (
          <li key={place.placeId} className={styles.place}>
            <div className={styles.placeWords}>
              <p className={styles.folder}>{place.isOwn ? words.t('backups.place.own') : place.folder}</p>
              <PlaceLine place={place} />
            </div>
            <div className={styles.placeCommands}>
              {isAway(place) ? null : (
                <Command
                  onClick={() => open.mutate({ placeId: place.placeId })}
                  aria-label={words.t('backups.place.openNamed', { folder: place.folder })}
                >
                  {words.t('backups.place.open')}
                </Command>
              )}
              {place.isOwn ? null : (
                <Command
                  isQuiet
                  onClick={() => removePlace(place)}
                  aria-label={words.t('backups.place.removeNamed', { folder: place.folder })}
                >
                  {words.t('backups.place.remove')}
                </Command>
              )}
            </div>
          </li>
        ))}
      </ul>
      {places.length === 1 ? <p className={styles.worry}>{words.t('backups.places.onlyHere')}</p> : null}
      <PartActions>
        <SecondAction onClick={() => add.mutate({}, { onSuccess: onChanged })} loading={add.isPending}>
          {words.t('backups.place.add')}
        </SecondAction>
      </PartActions>
      {error ? <ErrorNote error={error} /> : null}
      <Sentence text={words.t('backups.kept')} size="note" />
    </SettingsPart>
  );
}

/** A stick that is not plugged in is no failure of anything. */
const isAway = ({ failure }: BackupPlaceState): boolean => failure?.code === 'backup.placeUnreachable';

function PlaceLine({ place }: { place: BackupPlaceState }) {
  const words = useWords();
  const format = useFormat();
  const good =
    place.lastGood === null
      ? words.t('backups.place.none')
      : words.t('backups.place.good', dateOf(format, place.lastGood, 'dayShort'));
  return (
    <>
      {place.failure ? (
        <p className={isAway(place) ? styles.away : styles.trouble}>
          {isAway(place) ? words.t('backups.place.away') : errorText(words, place.failure)}
        </p>
      ) : null}
      <p className={styles.lastGood}>{good}</p>
    </>
  );
}
