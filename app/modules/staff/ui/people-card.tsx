import { Badge, BlockStack, InlineStack, Select, Text } from '@shopify/polaris';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { roles, type Role } from '../roles.ts';
import type { StaffMember } from '../staff-view.server.ts';
import { useStaffWords } from './words.ts';

type Roles = Readonly<Record<string, Role>>;

interface Props {
  people: readonly StaffMember[];
  /** Who has another role than everybody. */
  roles: Roles;
  everybody: Role;
  disabled: boolean;
  onChange(roles: Record<string, Role>): void;
}

/** Who was seen in the app, and what each of them may. */
export function PeopleCard({ people, roles: own, everybody, disabled, onChange }: Props) {
  const { t } = useStaffWords();
  return (
    <TitledCard title={t('people')} text={t('peopleText')}>
      {people.length === 0 && <Text as="p">{t('nobody')}</Text>}
      <BlockStack as="ul" gap="500">
        {people.map((person) => (
          <li key={person.id}>
            <Person person={person} role={own[person.id]} everybody={everybody} disabled={disabled} onChange={(role) => onChange(withRole(own, person.id, role))} />
          </li>
        ))}
      </BlockStack>
    </TitledCard>
  );
}

interface PersonProps {
  person: StaffMember;
  role: Role | undefined;
  everybody: Role;
  disabled: boolean;
  onChange(role: Role | null): void;
}

function Person({ person, role, everybody, disabled, onChange }: PersonProps) {
  const { t } = useStaffWords();
  const { formats } = useAdmin();
  const name = person.name ?? t('unnamed', { id: person.id });
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm" breakWord>
          {name}
        </Text>
        {person.isOwner && <Badge tone="info">{t('owner')}</Badge>}
        {person.isReader && <Badge>{t('you')}</Badge>}
        <Text as="span" tone="subdued">
          {t('lastSeen', { at: formats.shortMoment(person.lastSeenAt) })}
        </Text>
      </InlineStack>
      {person.isOwner ? (
        <Text as="p">{t('ownerMay')}</Text>
      ) : (
        <Select
          label={t('roleOf', { name })}
          labelHidden
          options={[{ value: '', label: t('asEverybody', { role: t(`roles.${everybody}`) }) }, ...roles.map((each) => ({ value: each, label: t(`roles.${each}`) }))]}
          value={role ?? ''}
          disabled={disabled}
          onChange={(chosen: Role | '') => onChange(chosen || null)}
        />
      )}
    </BlockStack>
  );
}

function withRole(own: Roles, id: string, role: Role | null): Record<string, Role> {
  const others = Object.entries(own).filter(([other]) => other !== id);
  return Object.fromEntries(role ? [...others, [id, role]] : others);
}
