import type { CustomerLocale } from '#app/kernel/locales.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ptPT } from './pt-pt.ts';
import type { SituationTexts } from './situation.ts';
import { zhCN } from './zh-cn.ts';

/** What the app brings to say in each situation, in every language customers are spoken to in. */
export const situationTexts: Record<CustomerLocale, SituationTexts> = { en, 'zh-CN': zhCN, de, fr, es, ja, 'pt-PT': ptPT };
