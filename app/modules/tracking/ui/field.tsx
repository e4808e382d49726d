export interface FieldProps {
  name: string;
  label: string;
  hint: string;
  error: string | undefined;
  value: string;
  inputMode: 'text' | 'email' | 'numeric';
  autoComplete: string;
  focus: boolean;
  maxLength?: number;
}

/** A field with its name, its hint and, tied to it, what is wrong with it. */
export function Field({ name, label, hint, error, value, inputMode, autoComplete, focus, maxLength = 254 }: FieldProps) {
  const id = `ac-${name}`;
  return (
    <div className="ac-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="text"
        defaultValue={value}
        inputMode={inputMode}
        autoComplete={autoComplete}
        autoCapitalize="off"
        spellCheck={false}
        maxLength={maxLength}
        required
        autoFocus={focus}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}
      />
      {error ? (
        <p className="ac-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <p className="ac-hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
