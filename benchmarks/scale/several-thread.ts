import { serve } from '../../registers/run/crew.ts';
import { determineSeveral } from './several.ts';

serve(determineSeveral);
