/** Offerings usual in a trade as boxes to tick: at the end of the first start, and in the settings. */
import { Command } from './Command.tsx';
import styles from './UsualChoice.module.css';
import { useWords } from './wordsContext.tsx';

export interface UsualChoiceProps {
  offerings: readonly { readonly name: string; readonly category: string }[];
  chosen: readonly string[];
  onChange(chosen: readonly string[]): void;
}

export function UsualChoice({ offerings, chosen, onChange }: UsualChoiceProps) {
  const words = useWords();
  const isAll = chosen.length === offerings.length;
  const byCategory = [...Map.groupBy(offerings, ({ category }) => category)];
  return (
    <div className={styles.usual}>
      <div className={styles.groups}>
        {byCategory.map(([category, group]) => (
          <fieldset key={category} className={styles.group}>
            <legend>{category}</legend>
            {group.map(({ name }) => (
              <label key={name} className={styles.choice}>
                <input
                  type="checkbox"
                  checked={chosen.includes(name)}
                  onChange={(event) =>
                    onChange(
                      event.currentTarget.checked
                        ? [...chosen, name]
                        : chosen.filter((other) => other !== name),
                    )
                  }
                />
                <span>{name}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <div>
        <Command onClick={() => onChange(isAll ? [] : offerings.map(({ name }) => name))}>
          {isAll ? words.t('common.chooseNone') : words.t('common.chooseAll')}
        </Command>
      </div>
    </div>
  );
}
